import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { zapFindings } from '../ci/zap/verdict.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
let folder;

// The scripts in a checkout of their own, with programs that only note what they were asked.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-'));
  for (const part of ['tools/ci', 'tools/servers', 'tools/slo']) cpSync(join(repository, part), join(folder, part), { recursive: true });
  program('slo', 'echo "slo $*" >>"$NOTES"; [ "$2" = counts ] && echo "{}"; [ "$2" != verify ] || exit "${VERIFIES:-0}"');
  mkdirSync(join(folder, 'bin'));
  program('bin/az', 'echo "az $*" >>"$NOTES"; case "$*" in *"show --resource-group g --name db-restored --output"*) [ -e "$NOTES.restored" ];; *restore*--source-server*) touch "$NOTES.restored";; *get-access-token*) echo secret-token;; esac');
  program('bin/docker', 'echo "docker $*" >>"$NOTES"; exit 2');
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path, script) {
  writeFileSync(join(folder, path), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, path), 0o755);
}

function run(script, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(join(folder, 'tools/ci', script), args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, NOTES: join(folder, 'notes'), RUNNER_ADDRESS: '192.0.2.1', RESTORE_DELAY: '0', ...env },
  });
  const notes = existsSync(join(folder, 'notes')) ? readFileSync(join(folder, 'notes'), 'utf8') : '';
  return { status, output: stdout + stderr, notes };
}

const restore = ['--group', 'g', '--server', 'db', '--database', 'slo', '--admin', 'team'];

test('a restored server is verified against what the first one held, and deleted', () => {
  const { status, output, notes } = run('restore-azure.sh', restore);
  assert.equal(status, 0, output);
  assert.match(notes, /slo drill counts[^]*restore --resource-group g --name db-restored --source-server db --restore-time 20[^]*slo drill verify[^]*delete --resource-group g --name db-restored --yes/);
  assert.match(notes, /resource create --resource-group g .*--parent flexibleServers\/db-restored .*--name restore-test .*--properties {"startIpAddress":"192\.0\.2\.1","endIpAddress":"192\.0\.2\.1"}/);
  assert.match(notes, /resource delete --resource-group g .*--parent flexibleServers\/db --resource-type firewallRules --name restore-test/);
  assert.doesNotMatch(output + notes, /secret-token/);
});

test('a restored server that is not what it should be fails the test, and is deleted all the same', () => {
  const { status, notes } = run('restore-azure.sh', restore, { VERIFIES: '1' });
  assert.equal(status, 1);
  assert.match(notes, /slo drill verify[^]*flexible-server delete --resource-group g --name db-restored --yes/);
});

test('only an address is let in', () => {
  const rule = ['--group', 'g', '--server', 'db', '--rule', 'me'];
  for (const args of [['allow', ...rule, '--address', '0.0.0.0/0'], ['allow', '--group', 'g'], ['open', ...rule], ['allow', ...rule, '--address']]) {
    const { status, notes } = run('database-firewall.sh', args);
    assert.equal(status, 1, args.join(' '));
    assert.equal(notes, '');
  }
});

test('a leftover is deleted if it is there, and nothing is ever deleted but restored servers', () => {
  assert.doesNotMatch(run('restore-azure.sh', ['--group', 'g', '--delete', 'db-restored']).notes, /flexible-server delete/);
  writeFileSync(join(folder, 'notes.restored'), '');
  assert.match(run('restore-azure.sh', ['--group', 'g', '--delete', 'db-restored']).notes, /flexible-server delete --resource-group g --name db-restored/);
  for (const args of [['--group', 'g', '--delete', 'db'], [...restore, '--restored', 'db']]) {
    const { status, output } = run('restore-azure.sh', args);
    assert.equal(status, 1);
    assert.match(output, /ends with -restored/);
  }
});

function writePackage(content, digestOf = content) {
  writeFileSync(join(folder, 'a.zip'), content);
  const digest = spawnSync('sha256sum', { input: digestOf, encoding: 'utf8' }).stdout.split(' ')[0];
  writeFileSync(join(folder, 'a.zip.sha256'), `${digest}  a.zip\n`);
  return ['--package', join(folder, 'a.zip'), '--app', 'the-app', '--group', 'g'];
}

test('going back deploys the package that is kept', () => {
  const { status, notes } = run('rollback.sh', writePackage('good'));
  assert.equal(status, 0);
  assert.match(notes, /az functionapp deployment source config-zip --resource-group g --name the-app --src .*a\.zip/);
});

test('going back deploys nothing that is not what its digest says, or that is not there', () => {
  for (const args of [writePackage('good', 'other'), ['--package', join(folder, 'b.zip'), '--app', 'the-app', '--group', 'g'], ['--package']]) {
    const { status, notes } = run('rollback.sh', args);
    assert.equal(status, 1);
    assert.equal(notes, '');
  }
});

const report = (...risks) => ({ site: [{ '@name': 'http://localhost', alerts: risks.map((risk) => ({ riskcode: String(risk), alert: `risk ${risk}`, instances: [{}] })) }] });

test('findings of medium and high risk count, others do not', () => {
  assert.deepEqual(zapFindings(report(0, 1)), []);
  assert.deepEqual(zapFindings(report(1, 2, 3)), ['medium: risk 2 (1 × on http://localhost)', 'high: risk 3 (1 × on http://localhost)']);
  assert.throws(() => zapFindings({ site: [] }), /nothing was looked at/);
});

test('a scan without a report fails, whatever the scanner says', () => {
  const { status, output, notes } = run('zap.sh', ['http://localhost:7071/docs']);
  assert.equal(status, 2, output);
  assert.match(notes, /docker run --rm --network host .*zaproxy@sha256:[0-9a-f]{64} zap-baseline\.py -t http:\/\/localhost:7071\/docs/);
});

test('a scan is judged by its report', () => {
  program('bin/docker', 'for a; do case $a in *:/zap/wrk) dir=${a%:/zap/wrk};; esac; done; printf %s "$REPORT" >"$dir/report.json"; exit 1');
  assert.equal(run('zap.sh', ['http://localhost'], { REPORT: JSON.stringify(report(1)) }).status, 0);
  assert.equal(run('zap.sh', ['http://localhost'], { REPORT: JSON.stringify(report(2)) }).status, 1);
});

test('scripts that are not told what they need show their usage', () => {
  for (const script of ['package.sh', 'rollback.sh', 'install-postgres.sh', 'real-host.sh', 'restore-azure.sh', 'zap.sh']) {
    const { status, output } = run(script, []);
    assert.equal(status, 1, script);
    assert.match(output, /usage: /);
  }
  assert.match(run('install-postgres.sh', ['16; true']).output, /usage: /);
  assert.match(run('audit-packages.sh', ['everything']).output, /usage: /);
});
