// Prints N ports of 127.0.0.1 that nobody listens on. They lie below the range that outgoing connections draw from,
// so that a server that is stopped and started again finds its port free.
import { createServer } from 'node:net';

const wanted = Number(process.argv[2] ?? 1);
const ports = new Set();

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

while (ports.size < wanted) {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  if (await isFree(port)) ports.add(port);
}
console.log([...ports].join(' '));
