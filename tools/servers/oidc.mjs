// usage: node oidc.mjs PORT KEYS CLIENTS
// CLIENTS names each client's claims, and optionally the algorithm (RS256, PS256, ES256), audience and lifetime of its tokens.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Provider } from 'oidc-provider';
import { resource, secret } from './oidc-constants.mjs';

const [port, keysFile, clientsFile] = process.argv.slice(2);
const clients = JSON.parse(readFileSync(clientsFile, 'utf8'));

function privateKey(type, options, alg) {
  const jwk = generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: randomUUID(), use: 'sig', alg };
}

if (!existsSync(keysFile)) {
  const keys = [
    privateKey('rsa', { modulusLength: 2048 }, 'RS256'),
    privateKey('rsa', { modulusLength: 2048 }, 'PS256'),
    privateKey('ec', { namedCurve: 'P-256' }, 'ES256'),
  ];
  writeFileSync(keysFile, JSON.stringify({ keys }), { mode: 0o600 });
}

function tokensOf(client) {
  const { alg = 'RS256', audience = 'slo-functions', lifetime = 3600 } = clients[client];
  return { audience, scope: '', accessTokenFormat: 'jwt', accessTokenTTL: lifetime, jwt: { sign: { alg } } };
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  jwks: JSON.parse(readFileSync(keysFile, 'utf8')),
  cookies: { keys: [randomUUID()] },
  clients: Object.keys(clients).map((id) => ({
    client_id: id,
    client_secret: secret,
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    token_endpoint_auth_method: 'client_secret_post',
  })),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: (context, indicator, client) => tokensOf(client.clientId),
    },
  },
  formats: {
    customizers: {
      // A claim of null is one that the token lacks.
      jwt: (context, token, parts) => {
        Object.assign(parts.payload, clients[token.clientId].claims);
        for (const [name, value] of Object.entries(parts.payload)) if (value === null) delete parts.payload[name];
      },
    },
  },
});

provider.on('server_error', (context, error) => console.error(error));
const server = provider.listen(Number(port), '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
