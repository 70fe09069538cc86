import { join } from 'node:path';
import { filesBelow } from './results.mjs';

/** Least line coverage, in per cent, of groups of projects taken together. */
export const gates = [
  { projects: ['SloFunctions.Domain', 'SloFunctions.Application'], least: 90 },
  { projects: ['SloFunctions.Infrastructure'], least: 75 },
];

const percent = ({ covered, total }) => (100 * covered) / total;

function projectOf(path) {
  const [, first, second] = path.split('/');
  return first === 'StandIns' ? `StandIns/${second}` : first;
}

/** Covered and coverable lines by project. */
export function perProject(coverage) {
  const projects = new Map();
  for (const [path, lines] of [...coverage].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const project = projects.get(projectOf(path)) ?? { covered: 0, total: 0 };
    projects.set(projectOf(path), project);
    project.total += lines.size;
    project.covered += [...lines.values()].filter(Boolean).length;
  }
  return projects;
}

export function table(projects) {
  const width = Math.max(...[...projects.keys()].map((name) => name.length));
  const rows = [...projects].filter(([, lines]) => lines.total > 0).map(
    ([name, lines]) => `${name.padEnd(width)}  ${`${lines.covered}/${lines.total}`.padStart(13)}  ${percent(lines).toFixed(1).padStart(5)} %`,
  );
  return [`${'Line coverage'.padEnd(width)}  ${'lines'.padStart(13)}`, ...rows].join('\n');
}

/** What each missed gate says. A project with sources but no measured line misses its gate: its tests did not load it. */
export function gateFailures(projects, repository) {
  const failures = [];
  for (const { projects: names, least } of gates) {
    const sum = { covered: 0, total: 0 };
    for (const name of names) {
      const lines = projects.get(name) ?? { covered: 0, total: 0 };
      sum.covered += lines.covered;
      sum.total += lines.total;
      const hasSources = filesBelow(join(repository, 'src', name), '.cs').some((file) => !file.includes('/obj/'));
      if (lines.total === 0 && hasSources) failures.push(`Coverage of ${name} was not measured.`);
    }
    if (sum.total > 0 && percent(sum) < least) {
      failures.push(`Line coverage of ${names.join(' and ')} is ${percent(sum).toFixed(2)} %; at least ${least} % is needed.`);
    }
  }
  return failures;
}
