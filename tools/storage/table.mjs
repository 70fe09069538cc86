const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes in the largest unit that leaves at least one, three digits of it. */
export function bytesText(bytes) {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${unit === 0 ? Math.round(value) : Number(value.toPrecision(3))} ${units[unit]}`;
}

/** A whole number with its thousands apart. */
export function countText(count) {
  return Math.round(count).toLocaleString('en-US');
}

/** Lines with columns of equal width: the first to the left, all others to the right. */
export function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
}
