// usage: ./slo backtest --json | node backtest-gate.mjs [--limits FILE]
// Whether recommended targets keep their promise. Exit code 1 when they do not, 2 when there is no backtest to judge.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtestFailures } from './backtest/verdict.mjs';
import { readArguments, refuse } from './client.mjs';

const { values } = readArguments('usage: ./slo backtest --json | node backtest-gate.mjs [--limits FILE]', {
  limits: { type: 'string', default: join(import.meta.dirname, 'backtest', 'limits.json') },
}, 0);
let document;
try {
  document = JSON.parse(readFileSync(0, 'utf8'));
} catch (error) {
  refuse(`the standard input is no JSON: ${error.message}`);
}
const limits = JSON.parse(readFileSync(values.limits, 'utf8'));
for (const [family, fleet] of Object.entries(document.families ?? {})) {
  for (const tier of limits.tiers) {
    const found = fleet.methods?.[limits.method]?.tiers?.[tier];
    if (found) console.log(`${family}, ${tier}: ${(100 * found.snapped.rate).toFixed(2)} % of ${found.snapped.windows} windows missed, ${100 * found.promised} % promised`);
  }
}
const failures = backtestFailures(document, limits);
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
