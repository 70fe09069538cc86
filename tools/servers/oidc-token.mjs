// usage: node oidc-token.mjs ISSUER CLIENT
import { resource, secret } from './oidc-constants.mjs';

const [issuer, client] = process.argv.slice(2);

const response = await fetch(`${issuer.replace(/\/$/, '')}/token`, {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret, resource }),
  signal: AbortSignal.timeout(10_000),
}).catch((error) => fail(error.cause?.message ?? error.message));
const answer = await response.json().catch(() => fail(`HTTP ${response.status}`));
if (!response.ok) fail(answer.error_description ?? answer.error);
console.log(answer.access_token);

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
