// usage: node test-report.mjs RESULTS-FOLDER [--no-gates] [--failure TEXT]...
// Sums up the results of all test projects, shows line coverage and enforces its gates. The last line is
// "N passed, N failed, N skipped"; the exit code is 1 when a test, a gate or anything else failed, or no test ran.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCoverage } from './report/coverage.mjs';
import { gateFailures, perProject, table } from './report/gates.mjs';
import { readResults } from './report/results.mjs';

const repository = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-gates': { type: 'boolean', default: false },
    failure: { type: 'string', multiple: true, default: [] },
    source: { type: 'string', default: repository },
  },
});
if (positionals.length !== 1) {
  console.error('usage: node test-report.mjs RESULTS-FOLDER [--no-gates] [--failure TEXT]...');
  process.exit(2);
}

const [folder] = positionals;
const results = readResults(folder);
const problems = [...values.failure];

for (const [reason, count] of results.skipReasons) console.log(`skipped: ${count} × ${reason}`);
for (const { name, message } of results.failures) console.log(`\nFAILED ${name}\n${message.replace(/^/gm, '    ')}`);

if (!values['no-gates']) {
  const projects = perProject(readCoverage(folder, values.source));
  if (projects.size > 0) console.log(`\n${table(projects)}`);
  problems.push(...gateFailures(projects, values.source));
}
if (results.passed + results.failed === 0) problems.push('No test ran.');

console.log('');
for (const problem of problems) console.log(`FAILED ${problem}`);
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
process.exit(problems.length > 0 || results.failed > 0 ? 1 : 0);
