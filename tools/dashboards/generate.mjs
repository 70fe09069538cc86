// Writes the dashboards that dashboards/dashboards.json describes, each beside it.
// usage: node generate.mjs [--check]
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dashboard } from './dashboard.mjs';

export const folder = resolve(import.meta.dirname, '..', '..', 'dashboards');

export async function readDescription() {
  return JSON.parse(await readFile(join(folder, 'dashboards.json'), 'utf8'));
}

// The files, by name, as the description gives them.
export function generate(description) {
  return new Map(description.dashboards.map(one => [`${one.name}.json`, `${JSON.stringify(dashboard(one, description.runbooks), null, 2)}\n`]));
}

// The names of files that are not as the description gives them.
export async function outdated() {
  const files = [...generate(await readDescription())];
  const present = await Promise.all(files.map(([name]) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return files.filter(([, text], i) => text !== present[i]).map(([name]) => name);
}

async function main(options) {
  if (options.length === 1 && options[0] === '--check') {
    const names = await outdated();
    if (names.length === 0) return 0;
    console.error(`error: dashboards/${names.join(', dashboards/')}: not as dashboards/dashboards.json has it. Run: ./slo dashboards`);
    return 1;
  }
  if (options.length > 0) {
    console.error('usage: node generate.mjs [--check]');
    return 2;
  }
  for (const [name, text] of generate(await readDescription())) {
    await writeFile(join(folder, name), text);
    console.log(`dashboards/${name}`);
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv.slice(2));
