import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const script = join(import.meta.dirname, '..', 'test-report.mjs');
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path, content) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function trx(...results) {
  return `<?xml version="1.0" encoding="utf-8"?><TestRun><Results>${results.join('\n')}</Results></TestRun>`;
}

const passed = '<UnitTestResult testName="A.Works" outcome="Passed" duration="00:00:01" />';
const passedWithOutput = '<UnitTestResult testName="A.Talks" outcome="Passed"><Output><StdOut>a &lt; b</StdOut></Output></UnitTestResult>';
const failed = `<UnitTestResult testName="A.Breaks(text: &quot;x &gt; y&quot;)" outcome="Failed"><Output><ErrorInfo>
  <Message>was 1 &amp; not 2&#xA;at all</Message><StackTrace>   at A.Breaks() in a.cs:line 3</StackTrace></ErrorInfo></Output></UnitTestResult>`;
const skipped = `<UnitTestResult testName="A.Waits" outcome="NotExecuted"><Output><ErrorInfo>
  <Message>There is no data.</Message></ErrorInfo></Output></UnitTestResult>`;

function cobertura(root, file, ...hits) {
  const lines = hits.map((count, index) => `<line number="${index + 1}" hits="${count}" branch="False" />`).join('');
  return `<coverage><sources><source>${root}</source></sources><packages><package name="p"><classes>
    <class name="C" filename="${file}" line-rate="1"><methods><method name="M"><lines>${lines}</lines></method></methods>
    <lines>${lines}</lines></class></classes></package></packages></coverage>`;
}

function report(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(folder, 'results'), '--source', folder, ...args], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  const lines = stdout.trimEnd().split('\n');
  return { status, stdout, last: lines.at(-1) };
}

test('results of all projects are summed up in the last line', () => {
  write('results/One/One.trx', trx(passed, passedWithOutput, skipped));
  write('results/Two/Two.trx', trx(passed));
  const { status, last, stdout } = report();
  assert.equal(last, '3 passed, 0 failed, 1 skipped');
  assert.equal(status, 0);
  assert.match(stdout, /skipped: 1 × There is no data\./);
});

test('a failed test is shown with its name and message', () => {
  write('results/One/One.trx', trx(passed, failed));
  const { status, last, stdout } = report();
  assert.equal(last, '1 passed, 1 failed, 0 skipped');
  assert.equal(status, 1);
  assert.match(stdout, /FAILED A\.Breaks\(text: "x > y"\)\n {4}was 1 & not 2\n {4}at all\n/);
});

test('a project that broke off without a failed test counts as failed and shows its last words', () => {
  write('results/One/One.trx', trx(passed));
  write('results/One/exit-code', '1\n');
  write('results/One/output.log', 'The active test run was aborted.\n');
  const { status, last, stdout } = report();
  assert.equal(last, '1 passed, 1 failed, 0 skipped');
  assert.equal(status, 1);
  assert.match(stdout, /FAILED One: the test run broke off\n {4}The active test run was aborted\./);
});

test('a run without any test fails', () => {
  const { status, last, stdout } = report();
  assert.equal(last, '0 passed, 0 failed, 0 skipped');
  assert.equal(status, 1);
  assert.match(stdout, /FAILED No test ran\./);
});

test('skipped tests alone are not a run', () => {
  write('results/One/One.trx', trx(skipped));
  assert.equal(report().status, 1);
});

test('a failure told from outside fails the run before the last line', () => {
  write('results/One/One.trx', trx(passed));
  const { status, last, stdout } = report('--failure', 'A process was left running: x');
  assert.equal(last, '1 passed, 0 failed, 0 skipped');
  assert.equal(status, 1);
  assert.match(stdout, /FAILED A process was left running: x\n1 passed/);
});

test('tests of node count like the others', () => {
  write('results/tools/output.tap', "TAP version 13\nnot ok 1 - it adds\n  ---\n  error: 'no sum'\n  ...\n# tests 2\n# pass 1\n# fail 1\n# cancelled 0\n# skipped 0\n# todo 0\n");
  const { last, stdout } = report();
  assert.equal(last, '1 passed, 1 failed, 0 skipped');
  assert.match(stdout, /FAILED it adds\n {4}'no sum'/);
});

test('a line that one of several reports saw run is covered, whatever root each report has', () => {
  write('src/SloFunctions.Domain/A.cs', '');
  write('results/One/x/coverage.cobertura.xml', cobertura(`${folder}/src/`, 'SloFunctions.Domain/A.cs', 1, 0, 0, 1));
  write('results/Two/y/coverage.cobertura.xml', cobertura(`${folder}/`, 'src/SloFunctions.Domain/A.cs', 0, 1, 0, 1));
  write('results/One/One.trx', trx(passed));
  const { status, stdout } = report();
  assert.match(stdout, /SloFunctions\.Domain +3\/4 +75\.0 %/);
  assert.match(stdout, /FAILED Line coverage of SloFunctions\.Domain and SloFunctions\.Application is 75\.00 %; at least 90 % is needed\./);
  assert.equal(status, 1);
});

test('generated files and test code do not count', () => {
  write('results/One/x/coverage.cobertura.xml', cobertura(`${folder}/`, 'src/SloFunctions.Domain/obj/G.cs', 0));
  write('results/Two/x/coverage.cobertura.xml', cobertura(`${folder}/`, 'tests/SloFunctions.Testing/T.cs', 0));
  write('results/One/One.trx', trx(passed));
  const { status, stdout } = report();
  assert.doesNotMatch(stdout, /Line coverage/);
  assert.equal(status, 0);
});

test('a gated project with sources that no report names fails its gate', () => {
  write('src/SloFunctions.Infrastructure/A.cs', '');
  write('results/One/One.trx', trx(passed));
  const { status, stdout } = report();
  assert.match(stdout, /FAILED Coverage of SloFunctions\.Infrastructure was not measured\./);
  assert.equal(status, 1);
});

test('gates hold at exactly their limit, and can be left out', () => {
  write('src/SloFunctions.Infrastructure/A.cs', '');
  write('results/One/One.trx', trx(passed));
  write('results/One/x/coverage.cobertura.xml', cobertura(`${folder}/`, 'src/SloFunctions.Infrastructure/A.cs', 1, 1, 1, 0));
  assert.equal(report().status, 0);
  write('results/One/x/coverage.cobertura.xml', cobertura(`${folder}/`, 'src/SloFunctions.Infrastructure/A.cs', 1, 1, 0, 0));
  assert.equal(report().status, 1);
  assert.equal(report('--no-gates').status, 0);
});
