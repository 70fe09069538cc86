// usage: node query.mjs PORT SQL
import { query } from './postgres-client.mjs';

const [port, sql] = process.argv.slice(2);
try {
  await query(Number(port), sql);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exit(1);
}
