// The SMTP server of the tests (tests/support/smtp_server.py), and one that never says a word.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freshFolder, root } from './server.mjs';

export class MailServer {
  #process;
  folder = freshFolder('mail');
  port = 0;

  static async start() {
    const server = new MailServer();
    await server.start();
    return server;
  }
  // On the same port as before.
  async start() {
    this.#process = spawn('/usr/bin/python3', [join(root, 'tests/support/smtp_server.py'), this.folder, '--port', String(this.port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await new Promise((resolve, reject) => {
      let said = '';
      this.#process.stdout.on('data', (bytes) => {
        said += bytes;
        if (said.includes('\n')) resolve(said);
      });
      this.#process.once('exit', () => reject(new Error('the SMTP server of the tests did not start')));
    });
    this.port = Number(said.split(' ')[1]);
  }
  stop() {
    const ended = new Promise((done) => this.#process.once('exit', done));
    this.#process.kill('SIGKILL');
    return ended;
  }

  letters(to) {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => new Letter(JSON.parse(readFileSync(join(this.folder, name)))))
      .filter((letter) => !to || letter.to.includes(to));
  }
}

class Letter {
  constructor({ from, to, data }) {
    Object.assign(this, { from, to, data });
    const [head] = data.split('\r\n\r\n', 1);
    this.headers = Object.fromEntries(head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  }
  get subject() {
    return this.headers.Subject.replaceAll(/\?= =\?UTF-8\?B\?/g, '').replaceAll(/=\?UTF-8\?B\?(.*?)\?=/g, (_, words) => Buffer.from(words, 'base64').toString());
  }
  // Of the first part, the plain one.
  get text() {
    const part = this.data.split('Content-Transfer-Encoding: quoted-printable')[1].split('\r\n----')[0];
    return Buffer.from(part.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
  }
}

// Takes connections and never answers.
export function deafServer() {
  return new Promise((resolve) => {
    const held = [];
    const server = createServer((socket) => held.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1', () =>
      resolve({ port: server.address().port, connections: () => held.length, stop: () => (held.forEach((socket) => socket.destroy()), server.close()) }),
    );
  });
}
