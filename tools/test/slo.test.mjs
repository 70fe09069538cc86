import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const repository = resolve(import.meta.dirname, '..', '..');

function run(command, args, env = process.env) {
  return spawnSync(join(repository, command), args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('help names every command', () => {
  const { status, stdout } = run('slo', ['--help']);
  assert.equal(status, 0);
  for (const command of ['demo', 'start', 'test', 'bench', 'openapi', 'dashboards', 'check', 'migrate', 'composite', 'backtest', 'drill', 'storage']) assert.match(stdout, new RegExp(`^  ${command}\\b`, 'm'));
});

test('an unknown command is refused by name', () => {
  const { status, stderr } = run('slo', ['deploy']);
  assert.equal(status, 1);
  assert.match(stderr, /There is no command 'deploy'\./);
});

test('no command at all is refused with the usage', () => {
  const { status, stderr } = run('slo', []);
  assert.equal(status, 2);
  assert.match(stderr, /usage: \.\/slo COMMAND/);
});

test('a missing .NET SDK is named, with where to get it', () => {
  const path = mkdtempSync(join(tmpdir(), 'path-'));
  try {
    for (const tool of ['bash', 'dirname']) symlinkSync(spawnSync('which', [tool], { encoding: 'utf8' }).stdout.trim(), join(path, tool));
    const { status, stderr } = run('slo', ['test'], { PATH: path });
    assert.equal(status, 1);
    assert.match(stderr, /dotnet is missing\. Install the \.NET SDK 10/);
  } finally {
    rmSync(path, { recursive: true });
  }
});

test('a taken port is refused by number', async () => {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const { port } = server.address();
    const { status, stderr } = run('slo', ['demo', '--exit', '--port', String(port)]);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`Port ${port} is taken by another program\\.`));
  } finally {
    server.close();
  }
});

for (const script of ['postgres.sh', 'prometheus.sh']) {
  test(`${script} refuses a port that is none`, () => {
    for (const port of ['0', '65536', '54a', '1; true']) {
      const { status, stderr } = run(`tools/servers/${script}`, ['--data', '/nonexistent', '--port', port]);
      assert.equal(status, 1);
      assert.ok(stderr.includes(`--port needs a port between 1 and 65535, not '${port}'`), stderr);
    }
  });

  test(`${script} shows its usage when an option is missing`, () => {
    const { status, stderr } = run(`tools/servers/${script}`, ['--data']);
    assert.equal(status, 1);
    assert.match(stderr, /usage: /);
  });
}
