// Prints what the tables of a database take, and what a year of a fleet takes by these figures.
// usage: node storage.mjs SIZES.json [--json] [--services N]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from './storage/projection.mjs';
import { bytesText, columns, countText } from './storage/table.mjs';

const { values, positionals: [file] } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, services: { type: 'string', default: '5000' } },
});
const services = Number(values.services);
if (!Number.isInteger(services) || services < 1) fail(`--services needs a number of services, not '${values.services}'`);
const plan = JSON.parse(readFileSync(join(import.meta.dirname, 'storage', 'year.json'), 'utf8'));
const sizes = JSON.parse(readFileSync(file, 'utf8'));
const projection = tryProject();

if (values.json) {
  console.log(JSON.stringify({ tables: sizes, year: projection }, null, 2));
} else {
  print();
}

function tryProject() {
  try {
    return project(plan, sizes, { services, settings: process.env });
  } catch (error) {
    return fail(error.message);
  }
}

function print() {
  const now = [['table', 'rows', 'heap', 'indexes', 'toast', 'total', 'a row'],
    ...sizes.filter((size) => size.rows > 0).map((size) => [
      size.partitions > 0 ? `${size.name} (${size.partitions})` : size.name, countText(size.rows),
      ...[size.heap_bytes, size.index_bytes, size.toast_bytes, size.total_bytes, size.total_bytes / size.rows].map(bytesText)])];
  console.log(columns(now).join('\n'));
  const empty = sizes.filter((size) => size.rows === 0);
  console.log(`and ${empty.length} without a row; together ${bytesText(sizes.reduce((sum, size) => sum + size.total_bytes, 0))}. ` +
    'In brackets: partitions. Rows are the planner\'s estimate.\n');

  const later = [['after a year', 'rows', 'a row', 'total', 'specified: rows', 'a row', 'total', 'ratio'],
    ...projection.tables.map((table) => [
      table.table, countText(table.rows), `${bytesText(table.row_bytes)}${table.measured ? '' : ' *'}`, bytesText(table.bytes),
      ...(table.specification
        ? [countText(table.specification.rows), bytesText(table.specification.row_bytes), bytesText(table.specification.bytes), (table.bytes / table.specification.bytes).toFixed(2)]
        : ['–', '–', '–', '–'])]),
    ['all', '', '', bytesText(projection.bytes), '', '', bytesText(projection.specification_bytes), projection.ratio.toFixed(2)]];
  console.log(columns(later).join('\n'));
  const days = Object.entries(plan.days_kept).map(([name, kind]) => `${kind.setting} keeps ${projection.days_kept[name]}`).join(', ');
  console.log(`${countText(services)} services. * too few rows here to measure: assumed. Days within the year, whole months dropped at once: ${days}.`);
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
