// A client of the API that holds one session or one token, and shows every JSON answer to the schema.
import { Agent, request as send } from 'node:http';
import { must } from './tell.mjs';

export const api = '/api/v1';

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  cookie = '';
  csrf = '';
  token = '';

  // answers: an Answers that looks at everything that comes back.
  constructor(server, answers) {
    this.server = server;
    this.answers = answers;
  }

  // A request as it is given: path from the root, headers and bytes untouched.
  raw(method, path, { headers = {}, body } = {}) {
    const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(body);
    const all = { ...headers };
    if (bytes) all['Content-Length'] = bytes.length;
    return new Promise((resolve, reject) => {
      const asked = send(
        { host: '127.0.0.1', port: this.server.port, method, path, headers: { Host: `localhost:${this.server.port}`, ...all }, agent: this.#agent },
        (answer) => {
          const parts = [];
          answer.on('data', (part) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const got = Buffer.concat(parts);
            const type = (answer.headers['content-type'] ?? '').split(';')[0];
            const reply = { status: answer.statusCode, headers: answer.headers, type, bytes: got };
            if (!answer.headers['content-encoding'] && type.endsWith('json') && got.length > 0) reply.json = JSON.parse(got.toString());
            this.answers?.look(method, path, reply);
            resolve(reply);
          });
        },
      );
      asked.on('error', reject);
      asked.end(bytes);
    });
  }

  // A request of the API with this client's credentials; body is JSON unless it is bytes.
  ask(method, path, { query = {}, body, headers = {} } = {}) {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
    const search = pairs.length ? '?' + new URLSearchParams(pairs.map(([k, v]) => [k, String(v)])) : '';
    const all = { Accept: 'application/json', ...this.credentials(method), ...headers };
    let bytes = body;
    if (body !== undefined && !Buffer.isBuffer(body)) {
      all['Content-Type'] ??= 'application/json';
      bytes = typeof body === 'string' ? body : JSON.stringify(body);
    }
    return this.raw(method, api + path + search, { headers: all, body: bytes });
  }

  credentials(method) {
    if (this.token) return { Authorization: `Bearer ${this.token}` };
    if (!this.cookie) return {};
    if (method === 'GET' || method === 'HEAD') return { Cookie: this.cookie };
    return { Cookie: this.cookie, Origin: `http://localhost:${this.server.port}`, 'X-CSRF-Token': this.csrf };
  }

  // The JSON of an answer that must be 2xx.
  async want(method, path, options) {
    const reply = await this.ask(method, path, options);
    must(reply.status >= 200 && reply.status < 300, () => `${method} ${path} answered ${reply.status}: ${reply.bytes.toString().slice(0, 400)}`);
    return reply.json;
  }
  get(path, query) {
    return this.want('GET', path, { query });
  }
  post(path, body, options = {}) {
    return this.want('POST', path, { ...options, body });
  }

  // Every item of a list that comes in pages.
  async all(path, query = {}) {
    const items = [];
    let cursor;
    do {
      const page = await this.get(path, { limit: 200, ...query, cursor });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor);
    return items;
  }

  async signIn(email, password) {
    const reply = await this.ask('POST', '/session', { body: { email, password } });
    must(reply.status === 200, () => `${email} could not sign in: ${reply.bytes}`);
    this.again = async () => {
      const other = this.stranger();
      await other.signIn(email, password);
      return other;
    };
    return this.enter(reply);
  }

  // Keeps the session that an answer opened.
  enter(reply) {
    const set = reply.headers['set-cookie']?.find((cookie) => cookie.startsWith('__Host-kunna='));
    must(set, 'a session was opened without its cookie');
    this.cookie = set.split(';')[0];
    this.csrf = reply.json.csrf;
    this.session = reply.json;
    return reply.json;
  }

  // Another client of the same server, nobody yet.
  stranger() {
    return new Client(this.server, this.answers);
  }
  close() {
    this.#agent.destroy();
  }
}

// An account made by an administrator and opened by its invitation.
export async function invited(administrator, account, password = 'en mening som bara vi kan') {
  const made = await administrator.post('/accounts', { language: 'sv', ...account });
  const client = await opened(administrator, made.invitation, account.email, password);
  client.account = made.account;
  return client;
}

// Whoever an invitation is for, signed in.
export async function opened(by, invitation, email, password = 'en mening som bara vi kan') {
  const client = by.stranger();
  const reply = await client.ask('POST', `/invitations/${invitation.split('/').at(-1)}`, { body: { password } });
  must(reply.status === 200, () => `an invitation could not be opened: ${reply.status} ${reply.bytes}`);
  client.enter(reply);
  await client.signIn(email, password);
  return client;
}

// A token with these scopes, as a client of its own.
export async function withToken(client, ...scopes) {
  const issued = await client.post('/tokens', { name: scopes.join(' '), scopes });
  const other = client.stranger();
  other.token = issued.secret;
  other.session = { ...client.session, permissions: scopes };
  other.tokenId = issued.token.id;
  return other;
}
