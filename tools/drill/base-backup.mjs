// A base backup by PostgreSQL's low-level interface, as an archive of the running cluster and the files that a restore needs beside it.
// https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP
// usage: node base-backup.mjs PORT CLUSTER-FOLDER BACKUP-FOLDER
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../servers/postgres-client.mjs';

// What a server makes anew when it starts, or must not find.
const leftOut = ['./pg_wal/*', './pg_replslot/*', './pg_dynshmem/*', './pg_notify/*', './pg_serial/*', './pg_snapshots/*', './pg_stat_tmp/*',
  './pg_subtrans/*', './postmaster.pid', './postmaster.opts', 'pg_internal.init', 'pgsql_tmp*'];

const [port, cluster, backup] = process.argv.slice(2);
mkdirSync(backup, { recursive: true });
// One session from beginning to end: the backup ends with it.
const session = await open(Number(port), { timeoutMilliseconds: 120_000 });
try {
  await session.query("SELECT pg_backup_start('drill', fast => true)");
  const archive = join(backup, 'base.tar');
  const { status, stderr } = spawnSync(
    'tar', ['--create', '--file', archive, '--directory', cluster, ...leftOut.map((name) => `--exclude=${name}`), '.'], { encoding: 'utf8' });
  // 1: a file changed or went away meanwhile, as the running server's may; the log written meanwhile sets them right.
  if (status !== 0 && status !== 1) throw new Error(`tar ended with ${status}: ${stderr}`);
  const [[label, tablespaces]] = await session.query('SELECT labelfile, spcmapfile FROM pg_backup_stop(wait_for_archive => true)');
  writeFileSync(join(backup, 'backup_label'), label);
  if (tablespaces) writeFileSync(join(backup, 'tablespace_map'), tablespaces);
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
} finally {
  session.close();
}
