// Suite 1: every operation of openapi.json × every actor × {own, report, unrelated, missing}, held against the
// permissions that the document states and against the table of rows in matrix/.
import { Answers } from './support/answers.mjs';
import { Client } from './support/client.mjs';
import { miniEsco } from './support/esco.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { Complaints, equal, heading, must, test } from './support/tell.mjs';
import { cast } from './matrix/cast.mjs';
import { lasting, rules } from './matrix/rules.mjs';
import { theReason, things } from './matrix/things.mjs';

// The same trace in every request, so that two refusals can be compared byte for byte.
const trace = { traceparent: '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01' };

function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      needs: operation['x-permission'] ?? [],
      // Public ones state an empty security; without a permission it is enough to be signed in.
      open: operation.security?.length === 0,
    })),
  );
}

function wanted(actor, operation, expect) {
  if (operation.open) return expect;
  if (actor.anonymous) return { status: 401 };
  if (operation.needs.length > 0 && !actor.may(...operation.needs)) return { status: 403, code: 'http.forbidden' };
  return expect;
}

const filled = (path, params = {}) => path.replace(/\{([^}]+)\}/g, (all, name) => encodeURIComponent(params[name] ?? all));

async function tryOne(operation, actor, one) {
  const { params, query, body, headers } = one.ask;
  const client = one.client ? await one.client() : actor.client;
  const reply = await client.ask(operation.method, filled(operation.path, params), { query, body, headers: { ...trace, ...headers } });
  const expect = wanted(actor, operation, one.expect);
  const said = `${actor.name} about ${one.about}: ${reply.status} ${reply.json?.code ?? ''}`;
  if (reply.status >= 500) return { wrong: `${said} ${reply.bytes}` };
  if (reply.status !== expect.status || (expect.code && reply.json?.code !== expect.code))
    return { wrong: `${said}, expected ${expect.status} ${expect.code ?? ''} ${reply.status < 300 ? '' : reply.bytes.toString().slice(0, 200)}` };
  if (reply.status === 200 && one.check) {
    const wrong = await one.check(one.raw ? reply.bytes.toString() : reply.json);
    if (wrong) return { wrong: `${actor.name} about ${one.about}: ${wrong}` };
  }
  return { reply };
}

// What tells one refusal from another, without the hour it was given.
const face = ({ headers, bytes }) => {
  const { date, ...rest } = headers;
  return JSON.stringify(rest) + bytes;
};

export async function matrix() {
  heading('Who may do what: every operation by every actor');
  const { data, accounts } = await demonstration();
  await kunna('import', 'esco', miniEsco(), '--data', data);
  const server = await Server.start(data);
  const first = new Client(server);
  const document = await first.get('/openapi.json');
  const answers = new Answers(document);
  const client = new Client(server, answers);
  const stage = await cast(server, client, accounts);
  stage.things = await things(stage);
  const operations = operationsOf(document).sort((a, b) => lasting.indexOf(a.name) - lasting.indexOf(b.name));
  let cases = 0;

  await test('every operation has a rule of who may see what through it, and no rule is about nothing', () => {
    const names = new Set(operations.map((one) => one.name));
    equal([...names].filter((name) => !rules[name]), [], 'operations without a rule in matrix/rules.mjs');
    equal(Object.keys(rules).filter((name) => !names.has(name)), [], 'rules without an operation');
  });

  for (const operation of operations) {
    if (!rules[operation.name]) continue;
    await test(`${operation.name} answers each actor as the table says`, async () => {
      const complaints = new Complaints();
      for (const actor of stage.actors) {
        const refusals = new Map(); // code → the first 404 of it
        for (const one of await rules[operation.name](actor, stage)) {
          cases += 1;
          const { wrong, reply } = await tryOne(operation, actor, one);
          if (wrong) complaints.add(wrong);
          if (reply?.status !== 404) continue;
          const known = refusals.get(reply.json.code) ?? face(reply);
          refusals.set(reply.json.code, known);
          complaints.expect(known === face(reply), () => `${actor.name} about ${one.about}: its 404 differs from the one before:\n  ${known}\n  ${face(reply)}`);
        }
      }
      complaints.none();
    });
  }
  console.log(`        ${cases} cases, ${stage.actors.length} actors, ${operations.length} operations`);

  await test('when HR opens levels with a reason, the person sees who looked, and why', async () => {
    const hr = client.stranger();
    await hr.signIn(accounts.hr.email, accounts.hr.password);
    await hr.get(`/people/${stage.employee}/skills`, { reason: theReason });
    const employee = client.stranger();
    await employee.signIn(accounts.employee.email, accounts.employee.password);
    const { reads } = await employee.get(`/people/${stage.employee}/everything`);
    const newest = reads[0];
    equal([newest?.who, newest?.what, newest?.reason], [accounts.hr.name, 'levels', theReason], 'the newest entry of who has looked');
  });

  await test('a session that was ended, and a token that was revoked, open nothing', async () => {
    for (const actor of stage.actors.filter((one) => !one.anonymous && !one.client.token))
      equal((await actor.client.ask('GET', '/session')).status, 401, `${actor.name} after signing out everywhere`);
    const owner = client.stranger();
    await owner.signIn(accounts.employee.email, accounts.employee.password);
    const token = stage.actors.find((one) => one.name === 'token to read the catalogue').client;
    equal((await token.ask('GET', '/skills')).status, 200, 'before it is revoked');
    equal((await owner.ask('DELETE', `/tokens/${token.tokenId}`)).status, 204, 'revoking');
    equal((await token.ask('GET', '/skills')).status, 401, 'after it is revoked');
  });

  await test('the server has answered no request with 5xx and stops when asked', async () => {
    must(!/"level":"error"/.test(server.log), () => server.log.split('\n').filter((line) => line.includes('"error"')).slice(0, 5).join('\n'));
    await server.stop();
  });
  return answers;
}
