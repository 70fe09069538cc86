// Compares what a restored database holds with what was noted of the original.
// usage: node compare.mjs NOTED.json FOUND.json
// Prints one line, or one for each difference; exit code 1 when there are any.
import { readFileSync } from 'node:fs';
import { differences } from './differences.mjs';

const [noted, found] = process.argv.slice(2, 4).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const lines = differences(noted, found);
if (lines.length > 0) {
  for (const line of lines) console.log(line);
  process.exit(1);
}

const tables = Object.values(noted.tables);
console.log(`${tables.length} tables with ${tables.reduce((sum, rows) => sum + rows, 0)} rows, ${noted.audit_chains} audit chains with ` +
  `${noted.audit_entries} entries, schema version ${noted.schema_version}: as noted at ${noted.taken_at}`);
