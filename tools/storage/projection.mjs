// What a fleet takes after a year: rows that are kept, times the bytes that a row takes in the database at hand.

// Of fewer rows, the pages that every table and index begins with would be most of it.
const enoughRows = 1_000;
const enoughBytes = 1_000_000;
const year = 365;

/** How many days each kind of row is kept within the first year, by the settings; whole months, or days, are dropped at once. */
export function daysKept(kinds, settings) {
  return Object.fromEntries(Object.entries(kinds).map(([name, kind]) => {
    const days = Number(settings[kind.setting] ?? kind.default);
    if (!Number.isInteger(days) || days < 1) throw new Error(`${kind.setting} is to be a number of days, not '${settings[kind.setting]}'`);
    return [name, Math.min(year, days + kind.dropped_by)];
  }));
}

function rowsOf(terms, days) {
  return (terms ?? []).reduce((sum, term) => sum + term.reduce((product, factor) => product * (typeof factor === 'string' ? days[factor] : factor), 1), 0);
}

/** One line for each table of `plan`: rows, bytes a row (measured where there are enough), bytes, and the specification's beside it. */
export function project(plan, sizes, { services, settings = {} }) {
  const days = daysKept(plan.days_kept, settings);
  const found = new Map(sizes.map((size) => [size.name, size]));
  const tables = plan.tables.map((entry) => {
    const size = found.get(entry.table);
    const isMeasured = size !== undefined && size.rows > 0 && (size.rows >= enoughRows || size.total_bytes >= enoughBytes);
    const rowBytes = isMeasured ? size.total_bytes / size.rows : entry.row_bytes;
    const rows = rowsOf(entry.per_service, days) * services + rowsOf(entry.per_fleet, days);
    const { specification } = entry;
    return {
      table: entry.table,
      rows,
      row_bytes: rowBytes,
      measured: isMeasured,
      bytes: rows * rowBytes,
      why: entry.why,
      specification: specification && {
        rows: specification.rows_per_service * services,
        row_bytes: specification.row_bytes,
        bytes: specification.rows_per_service * services * specification.row_bytes,
      },
    };
  });
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  // Its total is for 5,000 services.
  const specified = plan.specification_total_bytes * services / 5_000;
  return { services, days_kept: days, tables, bytes, specification_bytes: specified, ratio: bytes / specified };
}
