// The real binary: its server, its commands, and places for its data on both databases.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { skip } from './testing.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = process.env.KUNNA_BINARY ?? path.join(root, 'build/release/kunna');

const leftovers = [];
/** Undone at the end of the run, newest first, whatever happens. */
export function atEnd(undo) {
  leftovers.push(undo);
}
function cleanUp() {
  for (const undo of leftovers.splice(0).reverse()) {
    try {
      undo();
    } catch (error) {
      console.error(`cleaning up: ${error.message}`);
    }
  }
}

process.on('exit', cleanUp);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

export function tempFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kunna-fault-'));
  atEnd(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One command to its end. */
export function kunna(...args) {
  const done = spawnSync(binary, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' }, maxBuffer: 1 << 28 });
  if (done.error) throw done.error;
  return { code: done.status, signal: done.signal, out: done.stdout, err: done.stderr };
}
export function mustKunna(...args) {
  const done = kunna(...args);
  if (done.code !== 0) throw new Error(`kunna ${args.join(' ')}: exit ${done.code} ${done.signal ?? ''}\n${done.out}${done.err}`);
  return done.out;
}

/** Whatever still runs at the end is ended with it. */
const running = new Set();
function remember(child) {
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}
atEnd(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** The same without waiting. */
export function kunnaBeside(...args) {
  const child = remember(spawn(binary, args, { env: { ...process.env, LC_ALL: 'C.UTF-8' } }));
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => (out += part));
  child.stderr.on('data', (part) => (err += part));
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
  return { child, ended };
}

/** A command with the most memory it ever had, in MB. */
export function watched(...args) {
  return new Promise((resolve) => {
    const child = spawn(binary, args, { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    remember(child);
    let err = '';
    let out = '';
    let peak = 0;
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (err += part));
    const start = Date.now();
    const look = setInterval(() => {
      try {
        peak = Math.max(peak, Number(fs.readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
      } catch {
        // It has just ended.
      }
    }, 10);
    child.on('close', (code, signal) => {
      clearInterval(look);
      resolve({ code, signal, out, err, peak, seconds: (Date.now() - start) / 1000 });
    });
  });
}

/** A server that runs until it is stopped or killed. `place` is ['--data', DIR] or ['--database', URL]. */
export class Server {
  static async start(place, ...more) {
    const server = new Server();
    const started = Date.now();
    server.child = remember(spawn(binary, ['serve', ...place, '--port', '0', '--requests-per-second', '0', ...more]));
    server.log = '';
    server.child.stderr.on('data', (part) => (server.log = (server.log + part).slice(-20_000)));
    server.ended = new Promise((resolve) => server.child.on('close', (code, signal) => resolve({ code, signal })));
    server.said = '';
    server.port = await new Promise((resolve, reject) => {
      server.child.stdout.on('data', (part) => {
        server.said += part;
        const found = server.said.match(/localhost:(\d+)/);
        if (found) resolve(Number(found[1]));
      });
      server.ended.then(({ code }) => reject(new Error(`the server ended at once, code ${code}: ${server.log}`)));
    });
    server.startedIn = Date.now() - started;
    return server;
  }

  async stop() {
    this.child.kill('SIGTERM');
    return this.ended;
  }
  async kill() {
    this.child.kill('SIGKILL');
    return this.ended;
  }
  alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }
  /** VmRSS or VmHWM in MB. */
  memory(line = 'VmHWM') {
    const found = fs.readFileSync(`/proc/${this.child.pid}/status`, 'utf8').match(new RegExp(`${line}:\\s+(\\d+)`));
    return Number(found[1]) / 1024;
  }
}
/** Accounts by persona, in a new place. */
export function demo(place, people = 60) {
  const accounts = JSON.parse(mustKunna('demo', ...place, '--people', String(people), '--seed', '1', '--format', 'json'));
  return Object.fromEntries(accounts.map((account) => [account.persona, account]));
}

export class SqlitePlace {
  static engine = 'SQLite';
  folder = path.join(tempFolder(), 'data');
  args = ['--data', this.folder];
}

let postgres;
let schemas = 0;
export class PostgresPlace {
  static engine = 'PostgreSQL';
  constructor() {
    postgres ??= process.env.KUNNA_TEST_POSTGRES ?? startPostgres();
    schemas += 1;
    this.schema = `fault_${process.pid}_${schemas}`;
    this.args = ['--database', `${postgres}&schema=${this.schema}`];
  }
}

/** The same PostgreSQL, with a database of its own whose tables lie in `folder`; its log of what is written does not. */
export function postgresIn(folder) {
  if (process.env.KUNNA_TEST_POSTGRES) skip('tables can be put elsewhere in a PostgreSQL of our own only');
  new PostgresPlace();
  const tables = path.join(folder, 'tables');
  fs.mkdirSync(tables);
  if (process.getuid() === 0) spawnSync('chown', ['postgres', tables]);
  const name = `small_${schemas}`;
  const host = new URLSearchParams(postgres.split('?')[1]).get('host');
  for (const sql of [`CREATE TABLESPACE ${name} LOCATION '${tables}'`, `CREATE DATABASE ${name} TABLESPACE ${name}`]) {
    const done = spawnSync('/usr/lib/postgresql/15/bin/psql', ['-qh', host, '-U', 'kunna', 'postgres', '-c', sql], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`${sql}: ${done.stderr}`);
  }
  return ['--database', postgres.replace('/postgres?', `/${name}?`)];
}

/** A PostgreSQL of our own: a socket in a folder and no TCP, fsync on. */
function startPostgres() {
  const folder = tempFolder();
  const user = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const run = (...command) => {
    const [program, ...args] = [...user, ...command];
    const done = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    if (done.status !== 0) throw new Error(`${command.join(' ')}: ${done.stderr}`);
  };
  const bin = '/usr/lib/postgresql/15/bin';
  if (user.length > 0) spawnSync('chown', ['postgres', folder]);
  run(`${bin}/initdb`, '-D', `${folder}/data`, '-U', 'kunna', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  run(`${bin}/pg_ctl`, '-D', `${folder}/data`, '-w', '-l', `${folder}/log`,
    '-o', `-k ${folder} -c listen_addresses='' -c max_connections=200`, 'start');
  atEnd(() => run(`${bin}/pg_ctl`, '-D', `${folder}/data`, '-m', 'immediate', 'stop'));
  return `postgres:///postgres?host=${folder}&user=kunna`;
}

export const places = [SqlitePlace, PostgresPlace];
