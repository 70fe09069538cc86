// One simple query over PostgreSQL's wire protocol (version 3), for servers that trust 127.0.0.1.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import { connect } from 'node:net';

function message(type, body) {
  const head = Buffer.alloc(type.length + 4);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

function startup() {
  const version = Buffer.from([0, 3, 0, 0]);
  return message('', Buffer.concat([version, Buffer.from('user\0postgres\0database\0postgres\0\0')]));
}

function errorText(body) {
  const field = body.toString('utf8').split('\0').find((part) => part.startsWith('M'));
  return field ? field.slice(1) : 'PostgreSQL answered with an error';
}

/** Runs `sql` as the superuser in the database `postgres`; rejects with the server's message when it fails. */
export function query(port, sql, timeoutMilliseconds = 30_000) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(startup()));
    let pending = Buffer.alloc(0);
    let sent = false;
    const fail = (error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMilliseconds, () => fail(new Error('PostgreSQL did not answer in time')));
    socket.on('error', fail);
    socket.on('close', () => reject(new Error('PostgreSQL closed the connection')));
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      while (pending.length >= 5 && pending.length >= 1 + pending.readUInt32BE(1)) {
        const type = String.fromCharCode(pending[0]);
        const body = pending.subarray(5, 1 + pending.readUInt32BE(1));
        pending = pending.subarray(1 + pending.readUInt32BE(1));
        if (type === 'E') return fail(new Error(errorText(body)));
        if (type === 'Z' && sent) {
          resolve();
          return socket.end(message('X', Buffer.alloc(0)));
        }
        if (type === 'Z') {
          sent = true;
          socket.write(message('Q', Buffer.from(`${sql}\0`)));
        }
      }
    });
  });
}
