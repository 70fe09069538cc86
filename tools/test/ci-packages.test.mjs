import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const repository = resolve(import.meta.dirname, '..', '..');
let folder;

// The scripts in a checkout of their own, with a dotnet and an npm that only note what they were asked.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-'));
  for (const part of ['tools/ci', 'tools/servers']) cpSync(join(repository, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  program('dotnet', 'echo "dotnet $*" >>"$NOTES"; while (($#)); do [[ $1 != -o ]] || out=$2; shift; done; [[ -z ${out-} ]] || for file in $PUBLISHES; do echo x >"$out/$file"; done; exit "${DOTNET_EXIT:-0}"');
  program('npm', 'echo "npm $*" >>"$NOTES"; exit "${NPM_EXIT:-0}"');
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name, script) {
  writeFileSync(join(folder, 'bin', name), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, 'bin', name), 0o755);
}

function run(script, args, env = {}) {
  const { status, stdout, stderr } = spawnSync(join(folder, 'tools/ci', script), args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, NOTES: join(folder, 'notes'), PUBLISHES: 'host.json functions.metadata .hidden', ...env },
  });
  const notes = existsSync(join(folder, 'notes')) ? readFileSync(join(folder, 'notes'), 'utf8') : '';
  return { status, output: stdout + stderr, notes };
}

const hasZip = spawnSync('zip', ['-v']).status === 0 && spawnSync('unzip', ['-v']).status === 0;

test('a package holds all that was published, built with the real packages, and its digest', { skip: !hasZip && 'zip is missing' }, () => {
  const file = join(folder, 'out', 'a.zip');
  const { status, output, notes } = run('package.sh', [file]);
  assert.equal(status, 0, output);
  assert.match(notes, /^dotnet publish .*src\/SloFunctions\.Functions -c Release -p:UseStandIns=false -o /m);
  assert.deepEqual(spawnSync('unzip', ['-Z1', file], { encoding: 'utf8' }).stdout.trim().split('\n').sort(), ['.hidden', 'functions.metadata', 'host.json']);
  assert.equal(spawnSync('sha256sum', ['--check', 'a.zip.sha256'], { cwd: join(folder, 'out') }).status, 0);
});

for (const [publishes, expected] of [['host.json', /built with stand-ins/], ['functions.metadata', /no host\.json/]]) {
  test(`a package with ${publishes} alone is refused`, { skip: !hasZip && 'zip is missing' }, () => {
    const { status, output } = run('package.sh', [join(folder, 'a.zip')], { PUBLISHES: publishes });
    assert.equal(status, 1);
    assert.match(output, expected);
    assert.equal(existsSync(join(folder, 'a.zip')), false);
  });
}

test('packages are audited as they are built here and as they are deployed, with those of npm', () => {
  const { status, notes } = run('audit-packages.sh', []);
  assert.equal(status, 0);
  assert.match(notes, /^dotnet restore SloFunctions\.sln .*-p:NuGetAudit=true -p:NuGetAuditMode=all/m);
  assert.match(notes, /^dotnet restore src\/SloFunctions\.Functions -p:UseStandIns=false .*-p:NuGetAudit=true/m);
  assert.match(notes, /^npm audit --prefix tools --audit-level=high/m);
  assert.doesNotMatch(notes, /NU1903|NU1904/);
});

test('a vulnerability that either finds fails the audit', () => {
  assert.notEqual(run('audit-packages.sh', [], { DOTNET_EXIT: '1' }).status, 0);
  assert.notEqual(run('audit-packages.sh', ['npm'], { NPM_EXIT: '1' }).status, 0);
});
