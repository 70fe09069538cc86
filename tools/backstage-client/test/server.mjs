import { createServer } from 'node:http';

/** A server that answers as told, one answer after the other, and remembers what it was asked. */
export async function stub(t, ...answers) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url, method: request.method, headers: request.headers });
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (answer === undefined) return; // Never.
    response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
    response.end(answer.status === 304 ? undefined : JSON.stringify(answer.body ?? {}));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${server.address().port}`, requests };
}
