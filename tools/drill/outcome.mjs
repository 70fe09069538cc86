/** The recovery targets of the specification and of the operations documents, in seconds. */
export const targets = [
  { of: 'specification (REL-002, REL-003)', rpo: 60 * 60, rto: 15 * 60 },
  { of: 'SRE package', rpo: 15 * 60, rto: 60 * 60 },
  { of: 'operations document', rpo: 24 * 3600, rto: 24 * 3600 },
];

/** What was acknowledged, of lines "NUMBER MILLISECONDS": the last of all, and the last that the restored database holds. */
export function lostWriting(lines, recovered) {
  const acknowledged = lines.trim().split('\n').map((line) => line.split(' ').map(Number));
  const last = acknowledged.at(-1);
  const kept = acknowledged.filter(([number]) => number <= recovered).at(-1);
  if (!last || !kept) throw new Error('Nothing of what was written has come back.');
  return { lost: last[0] - kept[0], seconds: Math.max(0, (last[1] - kept[1]) / 1000) };
}

/** Each set of targets with whether both figures keep it. */
export function judge(rpo, rto) {
  return targets.map((target) => ({ ...target, passed: rpo <= target.rpo && rto <= target.rto }));
}
