// usage: node zap-gate.mjs REPORT.json
// Exit code 1 when ZAP found anything of medium or high risk, 2 when there is no report.
import { readFileSync } from 'node:fs';
import { readArguments, refuse } from './client.mjs';
import { zapFindings } from './zap/verdict.mjs';

const { positionals: [file] } = readArguments('usage: node zap-gate.mjs REPORT.json', {}, 1);
let findings;
try {
  findings = zapFindings(JSON.parse(readFileSync(file, 'utf8')));
} catch (error) {
  refuse(`${file}: ${error.message}`);
}
for (const finding of findings) console.log(`FAILED ${finding}`);
console.log(`${findings.length} findings of medium or high risk`);
process.exit(findings.length > 0 ? 1 : 0);
