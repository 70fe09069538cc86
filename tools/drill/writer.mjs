// Writes through the app until it is told to end: numbered services, one after another. Each line of FILE is a number and the
// milliseconds since 1970 at which the app had acknowledged it.
// usage: SLO_API_KEY=KEY node writer.mjs BASE-URL FILE FIRST-NUMBER
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { client } from '../client.mjs';

const [baseUrl, file, first] = process.argv.slice(2);
const call = client(baseUrl, { 'x-api-key': process.env.SLO_API_KEY });
let ending = false;
process.on('SIGTERM', () => { ending = true; });

for (let number = Number(first); !ending; number++) {
  try {
    await call('POST', '/api/v1/services/dependencies', JSON.stringify({ source: 'manual', nodes: [{ service_id: `drill-${number}` }] }));
  } catch (error) {
    // The database is taken away from under the app: from here on nothing is acknowledged.
    console.error(error.message);
    break;
  }
  appendFileSync(file, `${number} ${Date.now()}\n`);
  await sleep(50);
}
