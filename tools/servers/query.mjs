// usage: node query.mjs PORT SQL [DATABASE]
// Prints the rows of an answer, one a line, columns apart by tabs.
import { query } from './postgres-client.mjs';

const [port, sql, database = 'postgres'] = process.argv.slice(2);
try {
  for (const row of await query(Number(port), sql, 30_000, database)) console.log(row.join('\t'));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
