import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { filesBelow } from './results.mjs';
import { elements } from './xml.mjs';

/** A source file's path inside the repository, or null for one outside of src or made by the build. */
function sourcePath(file, roots, repository) {
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join(root, file));
  const path = candidates.find((candidate) => existsSync(candidate)) ?? candidates[0] ?? file;
  const inside = relative(repository, path).split(sep).join('/');
  return inside.startsWith('src/') && !inside.includes('/obj/') ? inside : null;
}

/** Adds one Cobertura file: a line counts as covered when any report saw it run. */
export function addCobertura(coverage, xml, repository) {
  const roots = [...elements(xml, 'source')].map(({ inner }) => inner.trim());
  for (const { attributes, inner } of elements(xml, 'class')) {
    const path = sourcePath(attributes.filename, roots, repository);
    if (path === null) continue;
    const lines = coverage.get(path) ?? new Map();
    coverage.set(path, lines);
    for (const [, number, hits] of inner.matchAll(/<line number="(\d+)" hits="(\d+)"/g)) {
      lines.set(number, lines.get(number) === true || Number(hits) > 0);
    }
  }
}

/** Reads all reports below a folder: by source file, whether each line ran. @returns {Map<string, Map<string, boolean>>} */
export function readCoverage(folder, repository) {
  const coverage = new Map();
  for (const file of filesBelow(folder, '.cobertura.xml')) addCobertura(coverage, readFileSync(file, 'utf8'), repository);
  return coverage;
}
