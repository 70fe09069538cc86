// usage: node ready.mjs PID postgres PORT | http URL | tcp PORT...
// Waits until the server with that process id answers; exit code 1 when it ends first, or takes over a minute.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { query } from './postgres-client.mjs';

const patience = 60_000;
const [pid, kind, ...targets] = process.argv.slice(2);

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function accepts(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => resolve(socket.end()));
    socket.on('error', reject);
  });
}

async function respondsTo(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
}

const probes = {
  postgres: (port) => query(Number(port), 'SELECT 1', 5_000),
  http: respondsTo,
  tcp: accepts,
};

let last = new Error('no answer');
for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
  if (!isRunning(Number(pid))) {
    console.error('error: the process ended');
    process.exit(1);
  }
  try {
    for (const target of targets) await probes[kind](target);
    process.exit(0);
  } catch (error) {
    last = error;
  }
}
console.error(`error: not ready after ${patience / 1000} s (${last.message})`);
process.exit(1);
