// usage: SLO_API_KEY=KEY node smoke.mjs URL [--wait SECONDS]
// Whether an app that was just deployed serves: alive, ready, documented, reads with a key, refuses without one, and answers what
// is not there with a problem. Exit code 1 when it does not, 2 when it could not be asked.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, baseUrl, number, readArguments, refuse } from './client.mjs';
import { smokeChecks } from './smoke/checks.mjs';

const usage = `usage: SLO_API_KEY=KEY node smoke.mjs URL [--wait SECONDS]

  --wait   how long a new instance may take until it is ready; 60 unless told`;
const { values, positionals } = readArguments(usage, { wait: { type: 'string', default: '60' } }, 1);
const url = baseUrl(positionals[0]);
const key = process.env.SLO_API_KEY;
if (!key) refuse('SLO_API_KEY is not set; it needs a key that may read.');
const end = Date.now() + 1000 * number('--wait', values.wait, 0, 3600);

/** What is wrong with an answer; null when nothing is. */
async function complaint(check) {
  try {
    return check.judge(await ask('GET', url + check.path, { key: check.withKey ? key : undefined, timeout: 30_000 }));
  } catch (error) {
    return `no answer (${error.cause?.message ?? error.message})`;
  }
}

let failed = 0;
for (const check of smokeChecks) {
  const began = Date.now();
  let wrong = await complaint(check);
  while (wrong && Date.now() < end) {
    await sleep(1000);
    wrong = await complaint(check);
  }
  console.log(`${wrong ? 'FAILED' : 'ok    '} ${check.name} (${Date.now() - began} ms)${wrong ? `: ${wrong}` : ''}`);
  if (wrong) failed++;
}
console.log(`${smokeChecks.length - failed} of ${smokeChecks.length} checks passed`);
process.exit(failed > 0 ? 1 : 0);
