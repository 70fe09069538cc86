import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { open, query } from '../servers/postgres-client.mjs';

function message(type, body) {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

// Answers each piece the client sends with the next of `answers`, byte by byte.
async function withServer(answers, use) {
  const received = [];
  const server = createServer((socket) => {
    socket.on('data', (data) => {
      received.push(data);
      for (const byte of answers.shift() ?? []) socket.write(Buffer.from([byte]));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(server.address().port, received);
  } finally {
    server.close();
  }
}

const ready = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', 'I')]);

test('a query ends when the server is ready again', async () => {
  await withServer([ready, Buffer.concat([message('C', 'SELECT 1\0'), message('Z', 'I')])], async (port, received) => {
    await query(port, 'SELECT 1');
    assert.match(received[0].toString('latin1'), /user\0postgres\0/);
    assert.equal(received[1].toString('latin1').slice(5), 'SELECT 1\0');
  });
});

test("a query that fails is rejected with the server's message", async () => {
  await withServer([ready, message('E', 'SERROR\0C42601\0Msyntax error\0\0')], async (port) => {
    await assert.rejects(query(port, 'SELEC'), { message: 'syntax error' });
  });
});

test('rows are read as text, and NULL as null', async () => {
  const row = message('D', Buffer.concat([Buffer.from([0, 3, 0, 0, 0, 2]), Buffer.from('ab'), Buffer.from([255, 255, 255, 255, 0, 0, 0, 0])]));
  await withServer([ready, Buffer.concat([row, row, message('C', 'SELECT 2\0'), message('Z', 'I')])], async (port) => {
    assert.deepEqual(await query(port, 'SELECT'), [['ab', null, ''], ['ab', null, '']]);
  });
});

test('a session asks one query after another of the same connection, in the database it names', async () => {
  await withServer([ready, message('Z', 'I'), message('Z', 'I')], async (port, received) => {
    const session = await open(port, { database: 'slo' });
    await session.query('SELECT 1');
    await session.query('SELECT 2');
    session.close();
    assert.match(received[0].toString('latin1'), /database\0slo\0/);
    assert.match(received[2].toString('latin1'), /SELECT 2/);
  });
});

test('a server that goes away rejects the query that waits', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.end(ready)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await assert.rejects((async () => (await open(server.address().port)).query('SELECT 1'))());
  } finally {
    server.close();
  }
});
