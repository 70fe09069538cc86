import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { daysKept, project } from '../storage/projection.mjs';
import { bytesText, columns, countText } from '../storage/table.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
const year = JSON.parse(readFileSync(join(repository, 'tools/storage/year.json'), 'utf8'));
const plan = {
  days_kept: { days: { setting: 'Retention__Days', default: 90, dropped_by: 31 } },
  tables: [
    { table: 'slo.a', per_service: [[2, 24, 'days'], [5]], row_bytes: 10, why: '', specification: { rows_per_service: 100, row_bytes: 50 } },
    { table: 'slo.b', per_fleet: [['days']], row_bytes: 7, why: '' },
  ],
  specification_total_bytes: 1_000_000,
};

function size(name, rows, totalBytes) {
  return { name, partitions: 0, rows, heap_bytes: totalBytes, index_bytes: 0, toast_bytes: 0, total_bytes: totalBytes };
}

function storage(...args) {
  return spawnSync(join(repository, 'slo'), ['storage', ...args], {
    encoding: 'utf8', env: { ...process.env, SLO_DATABASE: '', Database__OwnerConnectionString: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('rows are products of what is written and the days it is kept, a partition longer than set and a year at most', () => {
  assert.deepEqual(daysKept(plan.days_kept, {}), { days: 121 });
  assert.deepEqual(daysKept(plan.days_kept, { Retention__Days: '366' }), { days: 365 });
  const { tables } = project(plan, [], { services: 10 });
  assert.deepEqual(tables.map((table) => table.rows), [(2 * 24 * 121 + 5) * 10, 121]);
  assert.equal(tables[0].specification.bytes, 100 * 10 * 50);
});

test('a setting that is no number of days is refused', () => assert.throws(() => daysKept(plan.days_kept, { Retention__Days: 'long' }), /Retention__Days.*'long'/));

test('bytes of a row are measured where there are enough, else assumed', () => {
  const rowBytes = (...sizes) => project(plan, sizes, { services: 1 }).tables.map((table) => [table.row_bytes, table.measured]);
  assert.deepEqual(rowBytes(size('slo.a', 1_000, 20_000), size('slo.b', 3, 49_152)), [[20, true], [7, false]]);
  assert.deepEqual(rowBytes(size('slo.a', 999, 20_000), size('slo.b', 4, 4_000_000)), [[10, false], [1_000_000, true]]);
  assert.deepEqual(rowBytes(size('slo.a', 0, 8_192)), [[10, false], [7, false]]);
});

test("the sum stands beside the specification's, which grows with the fleet", () => {
  const found = project(plan, [], { services: 2_500 });
  assert.equal(found.specification_bytes, 500_000);
  assert.equal(found.bytes, found.tables[0].bytes + found.tables[1].bytes);
  assert.equal(found.ratio, found.bytes / 500_000);
});

test("the specification's own table adds up to its total", () => {
  const { tables } = project(year, [], { services: 5_000 });
  const rows = (name) => tables.find((table) => table.table === name).specification.rows;
  assert.equal(rows('slo.sli_aggregates'), 5_000 * 6 * 5 * 8_760);
  assert.equal(rows('slo.slo_recommendations'), 5_000 * 365);
  const sum = tables.reduce((all, table) => all + (table.specification?.bytes ?? 0), 0);
  assert.ok(Math.abs(sum / year.specification_total_bytes - 1) < 0.02, String(sum));
});

test('the days kept are those of the settings', () => {
  const settings = JSON.parse(readFileSync(join(repository, 'local.settings.sample.json'), 'utf8')).Values;
  for (const kind of Object.values(year.days_kept)) assert.equal(String(kind.default), settings[kind.setting]);
});

test('figures are written for people', () => {
  assert.deepEqual([0, 999, 1_000, 999_499, 1_234_567, 188e9, 5e15].map(bytesText), ['0 B', '999 B', '1 kB', '999 kB', '1.23 MB', '188 GB', '5000 TB']);
  assert.equal(countText(1_138_320_000), '1,138,320,000');
  assert.deepEqual(columns([['a', '1'], ['long', '100']]), ['a       1', 'long  100']);
});

test('figures that were taken before are printed, as a table and as JSON', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-'));
  try {
    const file = join(folder, 'sizes.json');
    writeFileSync(file, JSON.stringify([size('slo.sli_aggregates', 150_000, 30_000_000), size('slo.idempotent_answers', 0, 8_192)]));
    const table = storage('--sizes', file);
    assert.equal(table.status, 0, table.stderr);
    assert.match(table.stdout, /^slo\.sli_aggregates +150,000 .* 200 B$/m);
    assert.match(table.stdout, /^slo\.sli_aggregates +1,138,320,000 +200 B +228 GB +1,314,000,000 +50 B +65\.7 GB +3\.47$/m);
    const { year: projection } = JSON.parse(storage('--json', '--services', '100', '--sizes', file).stdout);
    assert.equal(projection.tables.find((t) => t.table === 'slo.sli_aggregates').rows, 22_766_400);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('without a database it says what it needs', () => {
  const { status, stderr } = storage();
  assert.equal(status, 1);
  assert.match(stderr, /Set SLO_DATABASE, or Database__OwnerConnectionString/);
});
