import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { elements, text } from './xml.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, failures: {name: string, message: string}[], skipReasons: Map<string, number>}} Results */

/** Every file below a folder whose name ends so; files copied aside by the test platform (folder In) left out. */
export function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Adds the results in one .trx file. */
export function addTrx(results, xml) {
  for (const { attributes, inner } of elements(xml, 'UnitTestResult')) {
    const message = text(inner, 'Message');
    if (attributes.outcome === 'Passed') {
      results.passed++;
    } else if (attributes.outcome === 'NotExecuted') {
      results.skipped++;
      const reason = message || 'no reason given';
      results.skipReasons.set(reason, (results.skipReasons.get(reason) ?? 0) + 1);
    } else {
      results.failed++;
      const trace = text(inner, 'StackTrace').split('\n').slice(0, 5).join('\n');
      results.failures.push({ name: attributes.testName, message: [message, trace].filter(Boolean).join('\n') });
    }
  }
}

/** Adds the results in the TAP output of `node --test`. */
export function addTap(results, tap) {
  const count = (word) => Number(tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  results.passed += count('pass');
  results.failed += count('fail') + count('cancelled');
  results.skipped += count('skipped') + count('todo');
  for (const [, indent, name, rest] of tap.matchAll(/^( *)not ok \d+ - (.*)\n((?:\1 +.*\n)*)/gm)) {
    const error = rest.match(/^ +error: (?:\|-\n((?: +.*\n)+?)(?= +\w+:)|(.*)$)/m);
    if (!indent || error) results.failures.push({ name, message: (error?.[1] ?? error?.[2] ?? 'see the TAP output').trim() });
  }
  if (!/^# tests \d+$/m.test(tap)) {
    results.failed++;
    results.failures.push({ name: 'tests of the tools', message: tap.trim() || 'they wrote nothing' });
  }
}

/** Reads every project's results; a project that broke off counts as one failure. @returns {Results} */
export function readResults(folder) {
  const results = { passed: 0, failed: 0, skipped: 0, failures: [], skipReasons: new Map() };
  const projects = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  for (const { name } of projects) {
    const project = join(folder, name);
    const before = results.failed;
    for (const file of filesBelow(project, '.trx')) addTrx(results, readFileSync(file, 'utf8'));
    for (const file of filesBelow(project, '.tap')) addTap(results, readFileSync(file, 'utf8'));
    const code = join(project, 'exit-code');
    if (existsSync(code) && Number(readFileSync(code, 'utf8')) !== 0 && results.failed === before) {
      results.failed++;
      const log = join(project, 'output.log');
      const tail = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n') : '';
      results.failures.push({ name: `${name}: the test run broke off`, message: tail });
    }
  }
  return results;
}
