// Prints the figures of a drill beside their targets and writes them to FILE; exit code 1 when a target is missed.
// usage: node report.mjs FILE --acknowledged FILE --recovered NUMBER --counts FILE --target TIME --failed SECONDS --verified SECONDS
//                        --backup-bytes N --archive-timeout SECONDS
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { judge, lostWriting } from './outcome.mjs';

const options = Object.fromEntries(
  ['acknowledged', 'recovered', 'counts', 'target', 'failed', 'verified', 'backup-bytes', 'archive-timeout'].map((name) => [name, { type: 'string' }]));
const { values, positionals: [file] } = parseArgs({ options, allowPositionals: true });

const counts = JSON.parse(readFileSync(values.counts, 'utf8'));
const writing = lostWriting(readFileSync(values.acknowledged, 'utf8'), Number(values.recovered));
const rto = Number(values.verified) - Number(values.failed);
const judged = judge(writing.seconds, rto);
const passed = judged.every((target) => target.passed);
const date = (seconds) => new Date(Number(seconds) * 1000).toISOString();

const span = (seconds) => (seconds < 120 ? `${seconds.toFixed(1)} s` : seconds < 7200 ? `${seconds / 60} min` : `${seconds / 3600} h`);
console.log(`    RPO ${span(writing.seconds)}: ${writing.lost} acknowledged writes lost with the server; segments are archived after ${values['archive-timeout']} s at the latest (archive_timeout)`);
console.log(`    RTO ${span(rto)}: from the failure to a restored database that is verified and an app that is ready`);
for (const target of judged) console.log(`    ${target.passed ? 'PASS' : 'FAIL'}  ${target.of}: RPO ${span(target.rpo)}, RTO ${span(target.rto)}`);

mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify({
  passed,
  failed_at: date(values.failed),
  verified_at: date(values.verified),
  target_time: values.target,
  rto_seconds: Number(rto.toFixed(3)),
  rpo_seconds: Number(writing.seconds.toFixed(3)),
  writes_lost: writing.lost,
  archive_timeout_seconds: Number(values['archive-timeout']),
  base_backup_bytes: Number(values['backup-bytes']),
  targets: judged.map((target) => ({ of: target.of, rpo_seconds: target.rpo, rto_seconds: target.rto, passed: target.passed })),
  restored: counts,
}, null, 2)}\n`);
process.exit(passed ? 0 : 1);
