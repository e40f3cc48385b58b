// Every JSON answer seen in any suite, held against what openapi.json promises of it.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { api } from './client.mjs';

const escaped = (word) => word.replaceAll('~', '~0').replaceAll('/', '~1');

export class Answers {
  seen = 0;
  operations = new Set();
  complaints = new Map(); // what is wrong → how often
  #validators = new Map();

  constructor(document) {
    this.document = document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: false });
    addFormats(this.#ajv);
    this.#ajv.addSchema(document, 'openapi');
    // Literal segments come before placeholders: /people/unmanaged is not /people/{person}.
    this.#paths = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length || b.length - a.length)
      .map((path) => ({ path, match: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }
  #ajv;
  #paths;

  template(path) {
    return this.#paths.find((one) => one.match.test(path))?.path;
  }

  look(method, target, reply) {
    const path = target.split('?')[0];
    if (!path.startsWith(api)) return;
    const template = this.template(path.slice(api.length));
    const name = `${method} ${template ?? path}`;
    if (reply.status >= 500 && reply.status !== 503) this.#complain(`${name} answered ${reply.status}: ${reply.bytes.toString().slice(0, 200)}`);
    const operation = template && this.document.paths[template][method.toLowerCase()];
    if (!operation) return;
    this.operations.add(name);
    const promised = operation.responses[reply.status] ?? operation.responses.default;
    if (!promised) {
      // 406 and below of the transport itself are not an operation's own.
      if (![304, 405, 411, 431].includes(reply.status)) this.#complain(`${name} answered ${reply.status}, which openapi.json does not name: ${reply.bytes.toString().slice(0, 200)}`);
      return;
    }
    if (reply.json === undefined) return;
    this.seen += 1;
    const wrong = this.#wrong(template, method.toLowerCase(), reply);
    if (wrong) this.#complain(`${name} ${reply.status}: ${wrong}`);
  }

  #complain(words) {
    this.complaints.set(words, (this.complaints.get(words) ?? 0) + 1);
  }

  #wrong(template, method, { status, type, json }) {
    const key = `${method} ${template} ${status} ${type}`;
    if (!this.#validators.has(key)) this.#validators.set(key, this.#compile(template, method, status, type));
    const validate = this.#validators.get(key);
    if (typeof validate === 'string') return validate;
    if (validate(json)) return undefined;
    const error = validate.errors[0];
    return `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`;
  }

  #compile(template, method, status, type) {
    const { responses } = this.document.paths[template][method];
    const response = responses[status] ?? responses.default;
    const shared = response.$ref?.split('/').at(-1);
    const content = (shared ? this.document.components.responses[shared] : response).content ?? {};
    if (!content[type]) return `answers ${type}, promised is ${Object.keys(content).join(', ') || 'nothing'}`;
    const place = shared ? `/components/responses/${shared}` : `/paths/${escaped(template)}/${method}/responses/${status}`;
    return this.#ajv.compile({ $ref: `openapi#${place}/content/${escaped(type)}/schema` });
  }
}
