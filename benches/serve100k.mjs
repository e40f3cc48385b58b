// The server with a large company:  node serve100k.mjs FOLDER   (imported first unless the folder has it)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { Client } from '../tests/faults/client.mjs';
import { Server } from '../tests/faults/kunna.mjs';
import { base as baseOf, sliders, slidersInBrowser, whatIfs as whatIfsAhead } from './futures.mjs';
import { importCompany } from './import.mjs';
import { allKept, atMost, percentile } from './promise.mjs';

const folder = process.argv[2];
const data = path.join(folder, 'data');
const file = path.join(data, 'kunna.db');
const marker = path.join(folder, 'accounts.json');
const password = 'sju gröna båtar 42 över fjärden';

/** An administrator, an HR lead and a manager with an account. */
async function makeAccounts() {
  const server = await Server.start(['--data', data]);
  const token = server.said.match(/administrator[^\n]*?\/([A-Za-z0-9_-]{20,})\s/)[1];
  const administrator = new Client(server.port);
  await administrator.must(administrator.post('/start/administrator', { token, name: 'Drift', email: 'drift@stora.example', password }));
  await administrator.signIn({ email: 'drift@stora.example', password });
  const invite = async (email, name, roles, person) => {
    const made = await administrator.must(administrator.post('/accounts', { email, name, roles, ...(person ? { person } : {}) }));
    const guest = new Client(server.port);
    await guest.must(guest.post(`/invitations/${made.invitation.split('/').pop()}`, { password }));
    return { email, password };
  };
  const hr = await invite('hr@stora.example', 'HR', [{ role: 'hr' }]);
  const client = await new Client(server.port).signIn(hr);
  const manager = (await client.must(client.get('/people?query=0050001'))).items[0];
  const accounts = { hr, manager: await invite('chef@stora.example', 'Chef', [], manager.id) };
  await server.stop();
  fs.writeFileSync(marker, JSON.stringify(accounts));
}

if (!fs.existsSync(file)) {
  console.log('importing the company first');
  await importCompany(folder);
}
if (!fs.existsSync(marker)) await makeAccounts();
const accounts = JSON.parse(fs.readFileSync(marker));
// Measured on a copy: what is written here would be found by the next run.
const copy = path.join(folder, 'copy');
fs.rmSync(copy, { recursive: true, force: true });
fs.cpSync(data, copy, { recursive: true });
const place = ['--data', copy];
// Everybody has an account, so that a round has everybody to tell, and lets managers elsewhere find them; every second one
// by what they say themselves too.
execFileSync('python3', ['-c', `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute('''INSERT INTO account (email, email_folded, name, person, created)
              SELECT 'p' || id || '@stora.example', 'p' || id || '@stora.example', given || ' ' || family, id, 0 FROM person
               WHERE id NOT IN (SELECT person FROM account WHERE person IS NOT NULL)''')
db.execute('INSERT INTO consent (person, edition, own_ratings, given) SELECT id, 1, id % 2, 0 FROM person')
db.commit()`, path.join(copy, 'kunna.db')]);

/** One answer and its milliseconds. */
async function timed(client, url, encoding = 'br, gzip') {
  const start = performance.now();
  const answer = await client.sendRaw('GET', url, { 'Accept-Encoding': encoding });
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return { ms: performance.now() - start, bytes: answer.bytes };
}

// Start: from the first byte of the program to the map in the hands of somebody who was signed in before.
const earlier = await Server.start(place);
const hrBefore = await new Client(earlier.port).signIn(accounts.hr);
await earlier.stop();
const start = performance.now();
const server = await Server.start(place);
const hr = hrBefore.at(server.port);
await timed(hr, '/insights/map');
const toFirst = performance.now() - start;
atMost('start to the first answer (gap map)', toFirst / 1000, 4, 's', `database ${(fs.statSync(file).size / 2 ** 20).toFixed(0)} MB`);

const times = [];
let bytes = 0;
for (let n = 0; n < 300; n += 1) {
  const one = await timed(hr, '/insights/map');
  times.push(one.ms);
  bytes = one.bytes;
}
const map = await hr.must(hr.get('/insights/map'));
atMost('gap map from the API, p99', percentile(times, 0.99), 30, 'ms',
  `${map.units.length} units × ${map.skills.length} skills, ${(bytes / 1024).toFixed(0)} kB on the wire, median ${percentile(times, 0.5).toFixed(1)} ms`);

// As each unit is opened in turn: no two answers are the same.
const opened = [];
for (const unit of map.units.slice(0, 150)) opened.push((await timed(hr, `/insights/map?unit=${unit.id}`)).ms);
atMost('gap map of 150 different units, p99', percentile(opened, 0.99), 30, 'ms', `median ${percentile(opened, 0.5).toFixed(1)} ms`);

// What if: each answer is another, and about everybody. The commonest roles grow, or ask for more.
const roles = (await hr.must(hr.get('/roles'))).items.filter((role) => role.holders).sort((a, b) => b.holders - a.holders);
const assumed = [];
for (const role of roles.slice(0, 25)) {
  const profile = (await hr.must(hr.get(`/roles/${role.id}`))).profile;
  for (const need of profile.requirements.slice(0, 3)) assumed.push({ requirements: [{ role: role.id, skill: need.skill, level: Math.min(5, need.level + 1) }] });
  assumed.push({ growth: [{ role: role.id, percent: -20 }] });
}
for (const unit of map.units.slice(1, 51)) assumed.push({ close: [unit.id] });
const whatIfs = [];
for (const one of assumed) {
  const sent = performance.now();
  await hr.must(hr.post('/what-if', one));
  whatIfs.push(performance.now() - sent);
}
atMost('what if, map and figures before and after, p99', percentile(whatIfs, 0.99), 300, 'ms', `${assumed.length} assumptions: requirements, growth, closing units; median ${percentile(whatIfs, 0.5).toFixed(1)} ms`);

// And what comes of it. The base scenario is what everything is compared with.
const base = await hr.must(hr.post('/scenarios', { name: 'Bas', description: '', base: true, assumptions: baseOf((await hr.must(hr.get('/scenarios'))).usual, roles) }));
await whatIfsAhead(hr, assumed);
await sliders(hr, base.assumptions, roles);
await slidersInBrowser(server, accounts.hr);

const manager = await new Client(server.port).signIn(accounts.manager);
// Who can do this, of everybody who consents: what is known of each is fused for the asker, one question after the other.
const finds = [];
let found = 0;
for (const skill of map.skills.slice(0, 50)) {
  for (const level of [2, 3, 4, 5]) {
    const sent = performance.now();
    const answer = await manager.must(manager.get(`/staffing/people?skill=${skill.id}&level=${level}`));
    finds.push(performance.now() - sent);
    found = Math.max(found, answer.total);
  }
}
if (found === 0) throw new Error('nobody is found by consent');
atMost('who can do this, of all who let managers find them, p99', percentile(finds, 0.99), 50, 'ms', `${finds.length} questions, at most ${found} found; median ${percentile(finds, 0.5).toFixed(1)} ms`);
const team = await manager.must(manager.get('/team'));
const fresh = [];
const freshMap = [];
// Each of the team in each skill that is required of them, once.
const wanted = team.people.flatMap((person) => person.cells.flatMap((cell, at) => (cell?.required ? [{ person: person.id, skill: team.skills[at].id }] : [])));
for (let n = 0; n < Math.min(200, wanted.length); n += 1) {
  const { person, skill } = wanted[n];
  const sent = performance.now();
  const day = new Date().toISOString().slice(0, 10);
  await manager.must(manager.post('/assessments', { person, skill, level: n % 6, source: 'test', day, note: `mätning ${n}` }));
  const profile = await manager.must(manager.get(`/people/${person}/skills`));
  fresh.push(performance.now() - sent);
  if (!profile.skills.find((held) => held.skill === skill).sources.some((source) => source.source === 'test' && source.level === n % 6 && source.day === day))
    throw new Error('the assessment is not in the next answer');
  // The same for the sums of the whole organisation: the next map knows of it.
  const seq = (await hr.must(hr.get('/insights/map?depth=0'))).seq;
  freshMap.push(performance.now() - sent);
  if (seq <= map.seq) throw new Error('the map does not know of the assessment');
}
atMost('a new assessment in the next profile, p99', percentile(fresh, 0.99), 50, 'ms', `of ${fresh.length}, from sending it; median ${percentile(fresh, 0.5).toFixed(1)} ms`);
atMost('and in the map of the whole organisation, p99', percentile(freshMap, 0.99), 50, 'ms', `both answers; median ${percentile(freshMap, 0.5).toFixed(1)} ms`);

// An inventory round over everybody, and how far it has come, asked while answers come in.
const today = new Date().toISOString().slice(0, 10);
const draft = await hr.must(hr.post('/rounds', { name: 'Mätning', units: [], roles: [], skills_from: 'profile', skills: [], voices: ['self', 'manager', 'peer'], opens: today, closes: '2099-12-31' }));
const opening = performance.now();
const round = await hr.must(hr.post(`/rounds/${draft.id}/opening`));
atMost('an inventory round over everybody opens, and everybody is told', (performance.now() - opening) / 1000, 10, 's', round.voices.map((one) => `${one.cases} ${one.voice}`).join(', '));
const grid = await manager.must(manager.get(`/rounds/${round.id}/team`));
const asked = grid.people.flatMap((person) => person.cells.flatMap((cell, at) => (cell ? [`/rounds/cases/${person.case}/answers/${grid.skills[at].id}`] : [])));
const progress = [];
for (let n = 0; n < 200; n += 1) {
  await manager.must(manager.send('PUT', asked[n % asked.length], { kind: 'level', level: n % 6 }));
  progress.push((await timed(hr, `/rounds/${round.id}/progress`)).ms);
}
atMost('its progress from the API, p99', percentile(progress, 0.99), 50, 'ms', `median ${percentile(progress, 0.5).toFixed(1)} ms`);

atMost('memory of the server after all that', server.memory(), 400, 'MB', `now ${server.memory('VmRSS').toFixed(0)} MB`);
await server.stop();
process.exitCode = allKept() ? 0 : 1;
process.exit();
