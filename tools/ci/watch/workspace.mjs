import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The question for Log Analytics: requests that the app answered since a moment. */
export function query(since) {
  return `AppRequests | where TimeGenerated > datetime(${since.toISOString()})`
    + ' | summarize Failed = countif(toint(ResultCode) between (500 .. 599)), Total = count()';
}

/** Reads what `az monitor log-analytics query --output json` printed. */
export function readAnswer(text) {
  const [row] = JSON.parse(text);
  const [failed, total] = [Number(row?.Failed), Number(row?.Total)];
  if (!Number.isInteger(failed) || !Number.isInteger(total)) throw new Error(`Log Analytics answered ${text.slice(0, 200)}`);
  return { failed, total };
}

/** Requests since a moment, as a workspace of Log Analytics knows them. */
export async function askWorkspace(workspace, since) {
  const { stdout } = await promisify(execFile)('az', [
    'monitor', 'log-analytics', 'query', '--workspace', workspace, '--analytics-query', query(since), '--output', 'json',
  ], { timeout: 60_000 });
  return readAnswer(stdout);
}
