// Suite: the manners of the API, tried as a client would: problems, versions, repeated requests, cursors, compression,
// bad bodies, origins, headers, guessing.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Answers } from './support/answers.mjs';
import { api as root, Client, withToken } from './support/client.mjs';
import { demonstration, freePort, Server } from './support/server.mjs';
import { equal, heading, must, test, until } from './support/tell.mjs';

const problem = (reply, status, code) => {
  equal([reply.status, reply.type, reply.json?.code], [status, 'application/problem+json', code], 'status, type and code');
  equal([reply.json.type, reply.json.status], [`urn:kunna:problem:${code}`, status], 'type and status in the problem');
  must(reply.json.title && reply.json.detail && /^[0-9a-f]{32}$/.test(reply.json.trace), () => `a problem lacks a part: ${reply.bytes}`);
  return reply.json;
};

export async function api() {
  heading('The manners of the API');
  const { data, accounts } = await demonstration();
  const metricsPort = await freePort();
  const server = await Server.start(data, '--metrics-port', String(metricsPort));
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const nobody = new Client(server, answers);
  const hr = nobody.stranger();
  await hr.signIn(accounts.hr.email, accounts.hr.password);
  const unit = async (code) => hr.post('/units', { code, name: `Enhet ${code}` });

  await test('every refusal is a problem in the language asked for', async () => {
    const swedish = problem(await nobody.ask('GET', '/people', { headers: { 'Accept-Language': 'sv-SE,sv;q=0.9' } }), 401, 'http.sign_in');
    const english = problem(await nobody.ask('GET', '/people', { headers: { 'Accept-Language': 'en-GB,en;q=0.9,sv;q=0.1' } }), 401, 'http.sign_in');
    must(swedish.detail !== english.detail && /logga in/i.test(swedish.title) && /sign in/i.test(english.title), () => `sv: ${swedish.title}, en: ${english.title}`);
    problem(await nobody.raw('GET', `${root}/finns/inte`), 404, 'http.not_found');
    const other = await nobody.raw('DELETE', `${root}/start`);
    problem(other, 405, 'http.method_not_allowed');
    equal(other.headers.allow, 'GET, HEAD, OPTIONS', 'Allow');
  });

  await test('a wrong field is named by its JSON pointer, and so is an unknown one', async () => {
    const wrong = problem(await hr.ask('POST', '/units', { body: { code: '', name: 'X' } }), 422, 'input.invalid');
    equal(wrong.errors.map((one) => one.where), ['/code'], 'where');
    must(wrong.errors[0].detail.length > 10, 'the field has no words for people');
    const unknown = await hr.ask('POST', '/units', { body: { code: 'X-1', name: 'X', colour: 'red' } });
    must([400, 422].includes(unknown.status) && unknown.bytes.includes('/colour'), () => `${unknown.status} ${unknown.bytes}`);
    const several = await hr.ask('POST', '/units', { body: { code: 7, parent: 'x' } });
    must(['/code', '/name', '/parent'].every((where) => several.json.errors.some((one) => one.where === where)), () => `not all wrong fields are told: ${several.bytes}`);
  });

  await test('bodies that are too large, not JSON, malformed, too deep or not UTF-8 are refused as such', async () => {
    const post = (body, headers) => hr.ask('POST', '/units', { body: Buffer.isBuffer(body) ? body : Buffer.from(body), headers: { 'Content-Type': 'application/json', ...headers } });
    equal((await post(`{"code":"${'x'.repeat(1 << 20)}","name":"X"}`)).status, 413, 'more than a mebibyte');
    equal((await post('{"code":"A","name":"B"}', { 'Content-Type': 'text/plain' })).status, 415, 'another type');
    equal((await post('code=A&name=B', { 'Content-Type': 'application/x-www-form-urlencoded' })).status, 415, 'a form');
    for (const [what, body] of [
      ['nothing', ''],
      ['half an object', '{"code":"A"'],
      ['a trailing comma', '{"code":"A","name":"B",}'],
      ['two values', '{"code":"A","name":"B"} {}'],
      ['the same member twice', '{"code":"A","code":"C","name":"B"}'],
      ['depth', '['.repeat(5000) + ']'.repeat(5000)],
      ['NaN', '{"code":NaN,"name":"B"}'],
      ['broken UTF-8', Buffer.from([0x7b, 0x22, 0x63, 0x6f, 0x64, 0x65, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d])],
      ['a lone surrogate', '{"code":"\\ud800","name":"B"}'],
    ])
      equal((await post(body)).status, 400, what);
    equal((await hr.ask('GET', '/people', { query: { limit: 'många' } })).status >= 400, true, 'a limit that is no number');
    equal((await hr.ask('GET', '/people', { query: { finns: 'inte' } })).status >= 400, true, 'a parameter that is not there');
  });

  await test('a change needs the version it is made to: 428 without, 412 when it is old', async () => {
    const made = await unit('VER-1');
    const first = await hr.ask('PATCH', `/units/${made.id}`, { body: { name: 'A' } });
    problem(first, 428, 'http.if_match_missing');
    const read = await hr.ask('PATCH', `/units/${made.id}`, { body: { name: 'A' }, headers: { 'If-Match': `"${made.version}"` } });
    equal([read.status, read.json.name, read.json.version > made.version], [200, 'A', true], 'the change');
    problem(await hr.ask('PATCH', `/units/${made.id}`, { body: { name: 'B' }, headers: { 'If-Match': `"${made.version}"` } }), 412, 'http.stale');
    const person = (await hr.get('/people', { limit: 1 })).items[0].id;
    const shown = await hr.ask('GET', `/people/${person}`);
    must(shown.headers.etag, 'a person has no ETag');
    equal((await hr.ask('GET', `/people/${person}`, { headers: { 'If-None-Match': shown.headers.etag } })).status, 304, 'asked again with its ETag');
    equal(shown.headers['cache-control'], 'no-store', 'what a browser may keep of a person');
  });

  await test('what one has been told is not what another is told: the same version, other fields', async () => {
    const person = (await hr.get('/people', { query: accounts.employee.name })).items[0].id;
    const told = await hr.ask('GET', `/people/${person}`);
    must(told.json.birth_year, 'HR is told when somebody was born');
    const manager = nobody.stranger();
    await manager.signIn(accounts.manager.email, accounts.manager.password);
    const reply = await manager.ask('GET', `/people/${person}`, { headers: { 'If-None-Match': told.headers.etag } });
    equal([reply.status, reply.json?.id, reply.json?.birth_year ?? null], [200, person, null], 'what their manager is told');
  });

  await test('a POST sent twice with one Idempotency-Key takes effect once and answers the same', async () => {
    const headers = { 'Idempotency-Key': 'a-key-of-my-own' };
    const body = { code: 'IDEM-1', name: 'En gång' };
    const once = await hr.ask('POST', '/units', { body, headers });
    const twice = await hr.ask('POST', '/units', { body, headers });
    equal([once.status, twice.status, twice.json.id, twice.headers['idempotency-replayed']], [201, 201, once.json.id, 'true'], 'both answers');
    equal(twice.headers.location, once.headers.location, 'Location');
    equal((await hr.ask('POST', '/units', { body: { ...body, name: 'Två' }, headers })).status, 422, 'another body under the key');
    const many = await Promise.all(Array.from({ length: 8 }, () => hr.ask('POST', '/units', { body: { code: 'IDEM-2', name: 'Samtidigt' }, headers: { 'Idempotency-Key': 'eight-at-once' } })));
    must(many.every((one) => [201, 409].includes(one.status)) && many.some((one) => one.status === 201), () => many.map((one) => one.status).join(' '));
    equal((await hr.get('/units')).items.filter((one) => one.code.startsWith('IDEM-')).length, 2, 'units made');
  });

  await test('a cursor walks a list to its end: nobody twice, nobody left out, also while people are added', async () => {
    const all = (await hr.all('/people')).map((one) => one.id);
    equal([all.length, new Set(all).size], [500, 500], 'people of the demonstration');
    const walked = [];
    let cursor;
    let added = false;
    do {
      const reply = await hr.ask('GET', '/people', { query: { limit: 37, cursor } });
      walked.push(...reply.json.items.map((one) => one.id));
      cursor = reply.json.next;
      must(!cursor === !reply.headers.link, 'the Link header and next say different things');
      if (cursor) must(reply.headers.link.includes('rel="next"'), `Link: ${reply.headers.link}`);
      if (!added && walked.length > 100) {
        const top = (await hr.get('/units')).items[0].id;
        await hr.post('/people', { number: 'CUR-1', given: 'Aa', family: 'Aaaa', hired: '2020-01-01', unit: top, title: 'Tillfällig' });
        added = true;
      }
    } while (cursor);
    equal([walked.length, new Set(walked).size], [500, 500], 'walked in parts of 37');
    const next = (await hr.get('/people', { limit: 5 })).next;
    for (const broken of ['nonsense', next.slice(0, -2) + (next.endsWith('A') ? 'BB' : 'AA'), ''])
      if (broken) must((await hr.ask('GET', '/people', { query: { cursor: broken } })).status === 422, `the cursor ${broken} was taken`);
    equal((await hr.ask('GET', '/people', { query: { cursor: next, sort: 'hired' } })).status, 422, 'a cursor of another order');
    const over = await hr.ask('GET', '/people', { query: { limit: 201 } });
    must(over.status === 422 || over.json.items.length <= 200, 'more than 200 in one part');
  });

  await test('answers come compressed when asked for, and are the same', async () => {
    const plain = await hr.ask('GET', '/insights/map');
    for (const [encoding, decode] of [['br', brotliDecompressSync], ['gzip', gunzipSync]]) {
      const packed = await hr.ask('GET', '/insights/map', { headers: { 'Accept-Encoding': encoding } });
      equal([packed.headers['content-encoding'], decode(packed.bytes).equals(plain.bytes)], [encoding, true], encoding);
      must(packed.headers.vary?.includes('Accept-Encoding'), 'no Vary');
    }
    equal((await hr.ask('GET', '/reskilling/mine', { headers: { 'Accept-Encoding': 'br' } })).headers['content-encoding'], undefined, 'a small answer');
  });

  await test('a write with the cookie needs our own origin and the token of the session', async () => {
    const body = { language: 'sv' };
    const attempt = (headers) => hr.ask('PATCH', '/account', { body, headers });
    equal((await attempt({})).status, 200, 'as the page does it');
    for (const [what, headers, code] of [
      ['no token', { 'X-CSRF-Token': '' }, 'http.csrf'],
      ["another's token", { 'X-CSRF-Token': 'x'.repeat(hr.csrf.length) }, 'http.csrf'],
      ['another origin', { Origin: 'https://evil.example' }, 'http.cross_site'],
      ['an origin of another scheme', { Origin: `https://localhost:${server.port}` }, 'http.cross_site'],
      ['another site', { 'Sec-Fetch-Site': 'cross-site' }, 'http.cross_site'],
      ['the null origin', { Origin: 'null' }, 'http.cross_site'],
    ])
      problem(await attempt(headers), 403, code, what);
    const bare = { Cookie: hr.cookie, 'X-CSRF-Token': hr.csrf, 'Content-Type': 'application/json' };
    problem(await hr.raw('PATCH', `${root}/account`, { headers: bare, body: JSON.stringify(body) }), 403, 'http.cross_site');
    const foreign = await nobody.ask('POST', '/session', { body: { email: accounts.hr.email, password: accounts.hr.password }, headers: { Origin: 'https://evil.example' } });
    problem(foreign, 403, 'http.cross_site');
  });

  await test('the session cookie is bound to the host, out of reach of scripts, and ends with the session', async () => {
    const reply = await nobody.ask('POST', '/session', { body: { email: accounts.employee.email, password: accounts.employee.password } });
    const cookie = reply.headers['set-cookie'][0];
    for (const part of ['__Host-kunna=', 'Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) must(cookie.includes(part), `${part} is missing: ${cookie}`);
    const one = nobody.stranger();
    one.enter(reply);
    equal((await one.ask('DELETE', '/session')).status, 204, 'signing out');
    equal((await one.ask('GET', '/session')).status, 401, 'after signing out');
  });

  await test('a token does what its scopes and its owner may do, nothing more', async () => {
    const reader = await withToken(hr, 'view_people');
    equal((await reader.ask('GET', '/people', { query: { limit: 1 } })).status, 200, 'within its scope');
    equal((await reader.ask('GET', '/insights/map')).status, 403, 'outside its scope');
    equal((await reader.ask('POST', '/tokens', { body: { name: 'fler', scopes: ['view_people'] } })).status, 403, 'a token making tokens');
    const employee = nobody.stranger();
    await employee.signIn(accounts.employee.email, accounts.employee.password);
    equal((await employee.ask('POST', '/tokens', { body: { name: 'mer', scopes: ['view_people'] } })).status, 422, 'a scope that its owner does not hold');
    const unknown = nobody.stranger();
    unknown.token = 'kunna_finns-inte';
    problem(await unknown.ask('GET', '/people'), 401, 'token.unknown');
  });

  await test('guessing a password is slowed down, for the guesser and that account only', async () => {
    const guess = (email) => nobody.ask('POST', '/session', { body: { email, password: 'fel lösenord' } });
    let slowed;
    for (let i = 0; i < 14 && !slowed; i += 1) {
      const reply = await guess(accounts.auditor.email);
      if (reply.status === 429) slowed = reply;
      else problem(reply, 401, 'session.wrong');
    }
    must(slowed, 'fourteen wrong passwords were not slowed down');
    must(Number(slowed.headers['retry-after']) > 0, 'no Retry-After');
    const learning = nobody.stranger();
    await learning.signIn(accounts.learning.email, accounts.learning.password);
    const same = [await guess('finns.inte@lindvaken.example'), await guess(accounts.learning.email)].map(({ json: { trace, ...rest } }) => rest);
    equal(same[0], same[1], 'an unknown account and a wrong password answer the same');
  });

  await test('pages and answers carry the headers that keep a browser safe', async () => {
    const page = await nobody.raw('GET', '/', { headers: { Accept: 'text/html' } });
    equal([page.status, page.type], [200, 'text/html'], 'the page');
    const policy = page.headers['content-security-policy'];
    must(/default-src 'self'/.test(policy) && !/script-src[^;]*unsafe/.test(policy) && /frame-ancestors 'none'/.test(policy), policy);
    equal([page.headers['x-content-type-options'], page.headers['cross-origin-opener-policy']], ['nosniff', 'same-origin'], 'headers');
    const deep = await nobody.raw('GET', '/people/17', { headers: { Accept: 'text/html' } });
    equal([deep.status, deep.bytes.equals(page.bytes)], [200, true], 'an address of the app itself');
    const script = page.bytes.toString().match(/src="(\/assets\/[^"]+\.js)"/)?.[1];
    must(script, 'the page has no script: was web/dist built before the binary?');
    const asset = await nobody.raw('GET', script, { headers: { 'Accept-Encoding': 'br' } });
    must(/immutable/.test(asset.headers['cache-control']) && asset.headers.etag && asset.headers['content-encoding'] === 'br', () => JSON.stringify(asset.headers));
    equal((await nobody.raw('GET', script, { headers: { 'If-None-Match': asset.headers.etag, 'Accept-Encoding': 'br' } })).status, 304, 'a file that is known');
    equal((await nobody.raw('GET', '/assets/finns-inte.js')).status, 404, 'a file that is not there');
    equal((await hr.ask('GET', '/people', { query: { limit: 1 } })).headers['cache-control'], 'no-store', 'answers about people');
    const head = await hr.ask('HEAD', '/people', { query: { limit: 1 } });
    equal([head.status, head.bytes.length], [200, 0], 'HEAD');
  });

  await test('it says that it lives and is ready, and its log names no person and no id', async () => {
    equal((await nobody.raw('GET', '/livez')).status, 200, '/livez');
    equal((await nobody.raw('GET', '/readyz')).json.status, 'ready', '/readyz');
    const person = (await hr.get('/people', { query: 'nyström', limit: 1 })).items[0];
    await hr.get(`/people/${person.id}`);
    const lines = await until('the log', () => {
      const found = server.log.split('\n').filter((line) => line.includes('/people/{person}'));
      return found.length > 0 && found;
    });
    must(lines.every((line) => JSON.parse(line)), 'a line of the log is not JSON');
    must(!/nystr/i.test(server.log) && !server.log.includes(accounts.hr.email) && !server.log.includes(`/people/${person.id}`), 'the log names a person');
  });

  await test('its figures for operators stand on a listener of their own, by route and never by id', async () => {
    const figures = (await new Client({ port: metricsPort }).raw('GET', '/metrics')).bytes.toString();
    must(/kunna_\w*requests\w*\{[^}]*route="\/api\/v1\/people\/\{person\}"[^}]*\} [1-9]/.test(figures), () => `no count of requests by route: ${figures.slice(0, 600)}`);
    must(!/route="[^"]*\/\d+/.test(figures), 'a route with an id in it');
    equal((await nobody.raw('GET', '/metrics', { headers: { Accept: 'application/json' } })).status, 404, '/metrics among the pages');
  });

  await test('the trail holds every change, unbroken, without what was said', async () => {
    const administrator = nobody.stranger();
    await administrator.signIn(accounts.administrator.email, accounts.administrator.password);
    const verified = await administrator.get('/audit/verification');
    equal([verified.ok, verified.entries > 0], [true, true], 'the chain');
    const entries = (await administrator.get('/audit', { action: 'unit.added', limit: 50 })).items;
    must(entries.length >= 3 && entries.every((one) => one.action_text && one.actor), 'units added are not all in the trail');
    must(!JSON.stringify(entries).includes('Samtidigt'), 'the trail tells what was written, not only that');
  });

  await test('the server stops when asked, with nothing broken on its way', async () => {
    must(!/"level":"error"/.test(server.log), () => server.log.split('\n').filter((line) => line.includes('"error"')).slice(0, 5).join('\n'));
    await server.stop();
  });
  return answers;
}
