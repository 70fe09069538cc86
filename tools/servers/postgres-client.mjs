// Simple queries over PostgreSQL's wire protocol (version 3), for servers that trust 127.0.0.1.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import { connect } from 'node:net';

function message(type, body) {
  const head = Buffer.alloc(type.length + 4);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

function startup(database) {
  const version = Buffer.from([0, 3, 0, 0]);
  return message('', Buffer.concat([version, Buffer.from(`user\0postgres\0database\0${database}\0\0`)]));
}

function errorText(body) {
  const field = body.toString('utf8').split('\0').find((part) => part.startsWith('M'));
  return field ? field.slice(1) : 'PostgreSQL answered with an error';
}

// The columns of a row as text; null where they are NULL.
function rowOf(body) {
  const row = [];
  for (let at = 2; row.length < body.readUInt16BE(0);) {
    const length = body.readInt32BE(at);
    row.push(length < 0 ? null : body.toString('utf8', at + 4, at + 4 + length));
    at += 4 + Math.max(length, 0);
  }
  return row;
}

/** Opens a session as the superuser; `query(sql)` resolves to the rows, one query at a time. */
export function open(port, { database = 'postgres', timeoutMilliseconds = 30_000 } = {}) {
  return new Promise((opened, refused) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(startup(database)));
    let pending = Buffer.alloc(0);
    let rows = [];
    let waiting = { resolve: () => opened(session), reject: refused };
    const session = {
      query: (sql) => new Promise((resolve, reject) => {
        rows = [];
        waiting = { resolve, reject };
        socket.write(message('Q', Buffer.from(`${sql}\0`)));
      }),
      close: () => socket.end(message('X', Buffer.alloc(0))),
    };
    const fail = (error) => {
      socket.destroy();
      waiting.reject(error);
    };
    socket.setTimeout(timeoutMilliseconds, () => fail(new Error('PostgreSQL did not answer in time')));
    socket.on('error', fail);
    socket.on('close', () => waiting.reject(new Error('PostgreSQL closed the connection')));
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      while (pending.length >= 5 && pending.length >= 1 + pending.readUInt32BE(1)) {
        const type = String.fromCharCode(pending[0]);
        const body = pending.subarray(5, 1 + pending.readUInt32BE(1));
        pending = pending.subarray(1 + pending.readUInt32BE(1));
        if (type === 'E') return fail(new Error(errorText(body)));
        if (type === 'D') rows.push(rowOf(body));
        if (type === 'Z') waiting.resolve(rows);
      }
    });
  });
}

/** Runs `sql` as the superuser, in the database `postgres` unless told otherwise; rejects with the server's message when it fails. */
export async function query(port, sql, timeoutMilliseconds = 30_000, database = 'postgres') {
  const session = await open(port, { database, timeoutMilliseconds });
  try {
    return await session.query(sql);
  } finally {
    session.close();
  }
}
