// A client of the API that remembers who it is, and says plainly when an answer never came.
import http from 'node:http';

/** The connection broke before the answer was whole: whether the request had its effect is not known. */
export class NoAnswer extends Error {}

export class Client {
  constructor(port, { connections = 64 } = {}) {
    this.port = port;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    this.identity = {};
  }

  /** The same person against another server, or after a restart. */
  at(port) {
    const other = new Client(port);
    other.identity = this.identity;
    return other;
  }

  async signIn({ email, password }) {
    const answer = await this.post('/session', { email, password });
    if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${answer.text}`);
    this.identity = {
      Cookie: answer.headers['set-cookie'][0].split(';')[0],
      'X-CSRF-Token': answer.json.csrf,
      'Sec-Fetch-Site': 'same-origin',
    };
    this.session = answer.json;
    return this;
  }

  get(path) {
    return this.send('GET', path);
  }
  post(path, body, headers) {
    return this.send('POST', path, body, headers);
  }
  /** Refuses anything but a 2xx. */
  async must(answer) {
    const got = await answer;
    if (got.status < 200 || got.status > 299) throw new Error(`${got.status} ${got.text.slice(0, 400)}`);
    return got.json;
  }

  /** A body that is no string or Buffer is sent as JSON. */
  send(method, path, body, headers = {}) {
    const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.port,
          path: `/api/v1${path}`,
          method,
          agent: this.agent,
          headers: {
            ...this.identity,
            ...(raw === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(raw) }),
            ...headers,
          },
        },
        (response) => {
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('error', (error) => reject(new NoAnswer(error.message)));
          response.on('aborted', () => reject(new NoAnswer('torn')));
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const isJson = (response.headers['content-type'] ?? '').includes('json');
            resolve({
              status: response.statusCode,
              headers: response.headers,
              text,
              json: isJson ? JSON.parse(text) : null,
            });
          });
        },
      );
      request.on('error', (error) => reject(new NoAnswer(error.message)));
      request.end(raw);
    });
  }

  /** Only the status and the bytes on the wire, as they came. */
  sendRaw(method, path, headers = {}, body = undefined) {
    const raw = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path: `/api/v1${path}`, method, agent: this.agent };
      const request = http.request({ ...options, headers: { ...this.identity, ...(raw === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(raw) }), ...headers } }, (response) => {
        let bytes = 0;
        response.on('data', (part) => (bytes += part.length));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, bytes }));
      });
      request.on('error', (error) => reject(new NoAnswer(error.message)));
      request.end(raw);
    });
  }

  /** Every item of a list, page by page. */
  async all(path) {
    const items = [];
    let next = '';
    do {
      const cursor = next ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}` : '';
      const page = await this.must(this.get(path + cursor));
      items.push(...page.items);
      next = page.next;
    } while (next);
    return items;
  }

  close() {
    this.agent.destroy();
  }
}
