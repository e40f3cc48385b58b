// Starts the real binary on a free port with a data folder of its own, and stops it as an operator would.
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { before } from './pages.mjs';
import { must } from './tell.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const run = promisify(execFile);

const builtAt = (path) => {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

// The newest build; KUNNA names another.
export const binary =
  process.env.KUNNA ??
  ['release', 'dev'].map((preset) => join(root, 'build', preset, 'kunna')).sort((a, b) => builtAt(b) - builtAt(a))[0];

const folders = [];
export function freshFolder(word) {
  const folder = mkdtempSync(join(tmpdir(), `kunna-${word}-`));
  folders.push(folder);
  return folder;
}
export function removeFolders() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

// kunna ARGS… → what it printed; a refusal throws with its words.
export async function kunna(...args) {
  const { stdout } = await run(binary, args, { maxBuffer: 256 << 20 });
  return stdout;
}

// As kunna(), but the exit code is part of the answer.
export async function tried(...args) {
  try {
    return { code: 0, out: await kunna(...args), err: '' };
  } catch (error) {
    return { code: error.code, out: error.stdout ?? '', err: error.stderr ?? '' };
  }
}

// A port nobody listens on just now, for listeners that cannot choose one themselves.
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

let made;
// The demonstration company of 500 people: made once, then copied for each suite that changes it.
export async function demonstration() {
  made ??= (async () => {
    const data = join(freshFolder('demo'), 'data');
    const accounts = JSON.parse(await kunna('demo', '--data', data, '--people', '500', '--seed', '1', '--format', 'json'));
    return { data, accounts: Object.fromEntries(accounts.map((account) => [account.persona, account])) };
  })();
  const { data, accounts } = await made;
  const own = join(freshFolder('data'), 'data');
  cpSync(data, own, { recursive: true });
  return { data: own, accounts };
}

export class Server {
  #process;
  #front;
  log = '';
  out = '';

  static async start(data, ...args) {
    const server = new Server();
    await server.#start(data, args);
    return server;
  }

  async #start(data, args) {
    this.data = data;
    // Many requests a second from one address are what these tests are.
    this.#process = spawn(binary, ['serve', '--data', data, '--port', '0', '--requests-per-second', '0', ...args]);
    const started = new Promise((resolve, reject) => {
      this.ended = new Promise((done) => this.#process.on('exit', (code, signal) => done({ code, signal })));
      this.ended.then(({ code }) => reject(new Error(`kunna serve ended with ${code}: ${this.log}${this.out}`)));
      this.#process.stderr.on('data', (bytes) => (this.log += bytes));
      this.#process.stdout.on('data', (bytes) => {
        this.out += bytes;
        const address = this.out.match(/http:\/\/localhost:(\d+)\s/);
        if (address) resolve(Number(address[1]));
      });
    });
    this.port = await started;
    if (process.env.KUNNA_WEB) this.#front = await before(process.env.KUNNA_WEB, this.port);
    this.url = `http://localhost:${this.#front?.address().port ?? this.port}`;
  }

  // The path of the one-time link that a server without any account prints.
  get firstLink() {
    return this.out.match(/http:\/\/localhost:\d+(\/start\/\S+)/)?.[1];
  }

  async stop() {
    this.#front?.closeAllConnections();
    this.#front?.close();
    this.#process.kill('SIGTERM');
    const { code, signal } = await this.ended;
    must(code === 0, `kunna serve was asked to stop and ended with code ${code}, signal ${signal}`);
  }
}
