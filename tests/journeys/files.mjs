// Suite: files in and out by the API: the wizard with its progress, round trips, and the same figures in a file.
import { request } from 'node:http';
import { Answers } from './support/answers.mjs';
import { Client } from './support/client.mjs';
import { checked, handIn, imported, settled } from './support/imports.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

// A CSV file of ours: semicolons in Swedish, commas in English; quoted where needed.
function rowsOf(text, delimiter) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  for (const character of text.replace(/^\uFEFF/, '')) {
    if (quoted) {
      if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"') {
      if (cell) cell += '"'; // a doubled quote inside
      quoted = true;
    } else if (character === delimiter || character === '\n') {
      rows.at(-1).push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  return rows.filter((row) => row.length > 0);
}

// Everything a stream of server-sent events says until it ends: [{event, data}].
function events(client, path) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: client.server.port, path: `/api/v1${path}`, headers: { ...client.credentials('GET'), Host: `localhost:${client.server.port}`, Accept: 'text/event-stream' } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          type: answer.headers['content-type'],
          events: text.split('\n\n').filter((block) => block.includes('data:')).map((block) => ({ event: block.match(/^event: ?(.*)$/m)?.[1], data: JSON.parse(block.match(/^data: ?(.*)$/m)[1]) })),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}

export async function files() {
  heading('Files in and out');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const nobody = new Client(server, answers);
  const hr = nobody.stranger();
  await hr.signIn(accounts.hr.email, accounts.hr.password);
  const download = async (path, query) => {
    const reply = await hr.ask('GET', path, { query });
    equal(reply.status, 200, path);
    return reply;
  };

  await test('a job tells its progress as it happens, until it is over', async () => {
    const people = (await download('/people/export', { format: 'csv' })).bytes;
    const { id, mapping } = await handIn(hr, 'people', 'personer.csv', people);
    const mapped = await hr.want('PUT', `/imports/${id}/mapping`, { body: mapping });
    const told = await events(hr, `/jobs/${mapped.job.id}/events`);
    must(told.type.startsWith('text/event-stream'), told.type);
    must(told.events.length > 0 && told.events.every((one) => one.event === 'progress' && one.data.id === mapped.job.id), () => JSON.stringify(told.events));
    const progress = told.events.map((one) => one.data.progress);
    equal(progress, [...progress].sort((a, b) => a - b), 'progress goes forward');
    equal([told.events.at(-1).data.state, progress.at(-1)], ['done', 1], 'the last word');
    equal((await settled(hr, id)).state, 'checked', 'the import');
  });

  for (const kind of ['people', 'roles', 'assessments', 'activities'])
    for (const format of ['csv', 'xlsx'])
      await test(`${kind} written to ${format} and read back change nothing`, async () => {
        const { bytes, headers } = await download(`/${kind}/export`, { format, reason: 'säkerhetskopia' });
        must(/attachment; filename/.test(headers['content-disposition']), headers['content-disposition']);
        const found = await checked(hr, kind, `${kind}.${format}`, bytes);
        must(found.state === 'checked', () => JSON.stringify(found.problem ?? found.job));
        const { new: fresh, changed, unchanged, would_leave: leaving, problems } = found.outcome;
        if (problems > 0) must(false, JSON.stringify((await hr.get(`/imports/${found.id}/problems`)).items.slice(0, 5)));
        if (fresh + changed > 0) must(false, JSON.stringify((await hr.get(`/imports/${found.id}/changes`)).items.slice(0, 5)));
        equal([fresh, changed, leaving, unchanged > 0], [0, 0, 0, true], 'new, changed, leaving, unchanged');
      });

  await test('a template of each kind is read back with every column known', async () => {
    for (const kind of ['people', 'roles', 'assessments', 'activities'])
      for (const format of ['csv', 'xlsx']) {
        const { bytes } = await download(`/imports/templates/${kind}`, { format });
        const fields = (await hr.get('/imports/fields', { kind })).items;
        const made = await handIn(hr, kind, `mall.${format}`, bytes);
        equal(Object.keys(made.mapping.columns).length, made.columns.length, `columns known in the ${format} template of ${kind}`);
        must(fields.filter((field) => field.required).every((field) => made.mapping.columns[field.key]), `a required field is not in the template of ${kind}`);
        equal((await hr.ask('DELETE', `/imports/${made.id}`)).status, 204, 'removing');
      }
  });

  await test('the gap map in a file holds the cells of the page, hidden ones without a figure', async () => {
    const map = await hr.get('/insights/map');
    const [head, ...lines] = rowsOf((await download('/insights/map/export', { format: 'csv' })).bytes.toString(), ';');
    equal(head.length, 10, `columns: ${head}`);
    const cells = map.required.map((required, at) => ({ required, at })).filter(({ required }) => required !== -1);
    equal(lines.length, cells.length, 'lines');
    cells.forEach(({ required, at }, i) => {
      const line = lines[i];
      const skill = map.skills[at % map.skills.length].name.sv;
      equal(line.slice(0, 2), [map.units[Math.floor(at / map.skills.length)].name, skill], `line ${i}`);
      if (required === -2) must(line.slice(2, 9).every((cell) => cell === '') && line[9] !== '', `a hidden cell is told: ${line}`);
      else {
        equal(line.slice(2, 7).map(Number), [required, map.met[at], map.uncertain[at], map.below[at], map.unknown[at]], `line ${i}: ${line}`);
        const gap = line[7] === '' ? -3 : Math.round(Number(line[7].replace(',', '.')) * 10000);
        equal(gap, map.weighted_gap[at], `weighted gap in line ${i}`);
      }
    });
  });

  await test('lists in a file hold what the lists on the page hold', async () => {
    for (const path of ['units', 'roles', 'skills']) {
      const items = (await hr.get(`/insights/${path}`)).items;
      const [head, ...lines] = rowsOf((await download(`/insights/${path}/export`, { format: 'csv' })).bytes.toString(), ';');
      equal(lines.length, items.length, `${path}: lines`);
      const first = head.findIndex((name) => /^krav$/i.test(name.trim()));
      must(first > 0, `${path}: no column of requirements in ${head}`);
      items.forEach((item, i) => {
        const told = lines[i].slice(first, first + 5);
        if (item.hidden) must(told.every((cell) => cell === ''), `${path}: a hidden line is told: ${lines[i]}`);
        else equal(told.map(Number), [item.sums.requirements, item.sums.met, item.sums.uncertain, item.sums.gap, item.sums.unknown], `${path}: line ${i}`);
      });
    }
  });

  await test('a formula in a name is written so that no spreadsheet runs it, and comes back as it was', async () => {
    const top = (await hr.get('/units')).items[0];
    const made = await hr.post('/people', { number: 'FORMEL-1', given: '=1+1', family: '@SUM(A1)', hired: '2020-01-01', unit: top.id, title: '+46' });
    const { bytes } = await download('/people/export', { format: 'csv' });
    const line = rowsOf(bytes.toString(), ';').find((row) => row[0] === 'FORMEL-1');
    must(line && line.every((cell) => !/^[=+@]/.test(cell)), `the file would run: ${line}`);
    const found = await checked(hr, 'people', 'formel.csv', bytes);
    equal([found.outcome.new, found.outcome.changed, found.outcome.problems], [0, 0, 0], `read back: ${JSON.stringify(found.outcome)}`);
    equal((await hr.get(`/people/${made.id}`)).given, '=1+1', 'the name');
  });

  await test('an export of people that were searched for holds those, and nobody else', async () => {
    const { items } = await hr.get('/people', { query: 'svetsare', status: 'employed', limit: 200 });
    must(items.length > 1 && items.length < 200, `${items.length} found`);
    const { bytes } = await download('/people/export', { format: 'csv', query: 'svetsare', status: 'employed' });
    equal(rowsOf(bytes.toString(), ';').slice(1).map((row) => row[0]).sort(), items.map((one) => one.number).sort(), 'the numbers');
  });

  await test('an export of assessments is seen by those it is about', async () => {
    await download('/assessments/export', { format: 'csv', reason: 'revision av underlag' });
    const employee = nobody.stranger();
    const { person } = await employee.signIn(accounts.employee.email, accounts.employee.password);
    const newest = (await employee.get(`/people/${person}/everything`)).reads[0];
    equal([newest.who, newest.what, newest.reason], [accounts.hr.name, 'export', 'revision av underlag'], 'the newest reading');
  });

  await test('all that is stored about oneself names the account that reads it', async () => {
    const employee = nobody.stranger();
    const { person } = await employee.signIn(accounts.employee.email, accounts.employee.password);
    const { account } = await employee.get(`/people/${person}/everything`);
    equal([account.email, account.language, account.person], [accounts.employee.email, 'sv', person], 'the account');
  });

  await test('a cancelled import changes nothing', async () => {
    const before = (await hr.get('/people', { limit: 1, sort: 'name' })).items;
    const { code } = (await hr.get('/units')).items[0];
    const many = `Anst.nr;Förnamn;Efternamn;Anställd;Enhetskod;Befattning\n${Array.from({ length: 20000 }, (_, i) => `X${i};Test;Person${i};2020-01-01;${code};Montör`).join('\n')}\n`;
    const found = await checked(hr, 'people', 'stor.csv', Buffer.from(many));
    equal([found.state, found.outcome?.new], ['checked', 20000], `the check: ${JSON.stringify((await hr.get(`/imports/${found.id}/problems`)).items.slice(0, 3))}`);
    const applying = await hr.post(`/imports/${found.id}/apply`);
    const cancelled = await hr.ask('DELETE', `/jobs/${applying.job.id}`);
    must([200, 409].includes(cancelled.status), () => `${cancelled.status} ${cancelled.bytes}`);
    const rested = await settled(hr, found.id);
    const people = (await hr.all('/people', { query: 'person1999' })).length;
    if (rested.state === 'applied') must(people > 0, 'applied, but nobody is there');
    else equal(people, 0, `people of a cancelled import (${rested.state})`);
    must(before.length === 1, 'nobody was there before');
  });

  await test('the export of everything on the command line reads back without a change either', async () => {
    const folder = `${data}-ut`;
    await kunna('export', '--data', data, '--to', folder);
    await server.stop();
    for (const kind of ['people', 'roles', 'assessments', 'activities']) {
      const out = await kunna('import', kind, `${folder}/kunna-${kind}.csv`, '--data', data, '--dry-run');
      must(/\bnew 0\b.*\bchanged 0\b.*\bwould leave 0\b.*\bproblems 0\b/.test(out) && !/\bunchanged 0\b/.test(out), out);
    }
  });
  return answers;
}
