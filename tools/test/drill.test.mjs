import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, test } from 'node:test';
import { differences } from '../drill/differences.mjs';
import { judge, lostWriting } from '../drill/outcome.mjs';
import { query } from '../servers/postgres-client.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
// What tests run is what they were built as.
const environment = { ...process.env, SLO_CONFIGURATION: process.env.SLO_CONFIGURATION ?? 'Debug' };
const noted = { taken_at: 'then', schema_version: 26, tables: { 'slo.a': 1, 'slo.b': 2 }, audit_chains: 1, audit_entries: 3, audit_heads: 'x' };

function slo(...args) {
  const { status, stdout, stderr } = spawnSync(join(repository, 'slo'), ['drill', ...args], { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  return { status, text: stdout + stderr };
}

test('what is as it was noted differs in nothing', () => assert.deepEqual(differences(noted, { ...noted, taken_at: 'now' }), []));

test('each table that differs is named, also one that is there on one side only', () => {
  assert.deepEqual(differences(noted, { ...noted, tables: { 'slo.a': 0, 'slo.c': 5 } }),
    ['slo.a: 1 row noted, 0 rows found', 'slo.b: 2 rows noted, no table found', 'slo.c: no table noted, 5 rows found']);
});

test('another schema and other ends of audit logs are told', () => {
  const lines = differences(noted, { ...noted, schema_version: 25, audit_heads: 'y' });
  assert.equal(lines.length, 2);
  assert.match(lines[0], /schema version: 26 noted, 25 found/);
  assert.match(lines[1], /ends of the audit logs/);
});

test('the loss is from the last write acknowledged to the last that came back', () => {
  assert.deepEqual(lostWriting('1 1000\n2 1500\n3 4000\n', 2), { lost: 1, seconds: 2.5 });
  assert.deepEqual(lostWriting('1 1000\n2 1500\n', 7), { lost: 0, seconds: 0 });
  assert.throws(() => lostWriting('1 1000\n', 0), /Nothing of what was written has come back/);
});

test('a target is missed by either figure', () => {
  assert.deepEqual(judge(900, 900).map((target) => target.passed), [true, true, true]);
  assert.deepEqual(judge(901, 900).map((target) => target.passed), [true, false, true]);
  assert.deepEqual(judge(0, 3601).map((target) => target.passed), [false, false, true]);
});

test('a call that is not understood is answered with the usage', () => {
  for (const args of [[], ['destroy'], ['verify', '--against'], ['counts', '--against', 'x'], ['restore', '--now']]) {
    const { status, text } = slo(...args);
    assert.equal(status, 1);
    assert.match(text, /usage: \.\/slo drill restore/);
  }
});

test('a database that does not answer is an error that shows no password', () => {
  const { status, text } = slo('verify', '--database', 'Host=127.0.0.1;Port=1;Username=nobody;Password=not-to-be-shown;Timeout=3');
  assert.equal(status, 1);
  assert.match(text, /The database is not what it should be/);
  assert.doesNotMatch(text, /not-to-be-shown/);
});

describe('a database that is lost', () => {
  let folder;
  let server;
  after(() => {
    server?.kill('SIGKILL');
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('comes back as it was before the damage, with figures', () => {
    const { status, text } = slo('restore', '--keep');
    folder = text.match(/Kept: (.*)/)?.[1];
    assert.equal(status, 0, text);
    assert.equal(text.match(/^ {4}PASS {2}/gm)?.length, 3, text);
    assert.match(text, /\d+ tables with \d+ rows, 13 audit chains with 13 entries.*: as noted at/);
    const figures = JSON.parse(readFileSync(join(repository, 'artifacts/drill/restore.json'), 'utf8'));
    assert.ok(figures.passed && figures.rto_seconds > 0 && figures.rpo_seconds >= 0 && figures.rpo_seconds < 60, JSON.stringify(figures));
    assert.ok(figures.restored.tables['slo.slo_audit_log'] === 12 && figures.restored.tables['slo.sli_hourly_counts'] > 5_000);
  });

  test('is found damaged when a row is missing or an audit entry was changed', async () => {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    server = spawn(join(repository, 'tools/servers/postgres.sh'), ['--data', join(folder, 'restored'), '--port', String(port)], { stdio: 'ignore' });
    const ready = spawnSync('node', [join(repository, 'tools/servers/ready.mjs'), String(server.pid), 'postgres', String(port)], { encoding: 'utf8' });
    assert.equal(ready.status, 0, ready.stderr);
    const verify = () => slo('verify', '--database', `Host=127.0.0.1;Port=${port};Username=postgres;Database=slo`, '--against', join(folder, 'noted.json'));
    const intact = verify();
    assert.equal(intact.status, 0, intact.text);

    await query(port, `
      DELETE FROM slo.active_slos WHERE ctid = (SELECT min(ctid) FROM slo.active_slos);
      ALTER TABLE slo.slo_audit_log DISABLE TRIGGER slo_audit_log_append_only;
      UPDATE slo.slo_audit_log SET rationale = 'Never said.' WHERE ctid = (SELECT min(ctid) FROM slo.slo_audit_log)`, 30_000, 'slo');

    const { status, text } = verify();
    assert.equal(status, 1);
    assert.match(text, /slo\.active_slos: \d+ rows noted, \d+ rows found/);
    assert.match(text, /changed: slo_audit_log, service \S+ /);
    assert.match(text, /BROKEN in 1 places/);
  });
});
