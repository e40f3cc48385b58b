// Two servers on one PostgreSQL schema.
import { Client } from './client.mjs';
import { demo, mustKunna, PostgresPlace, Server } from './kunna.mjs';
import { equal, expect, test, until } from './testing.mjs';

async function twoServers() {
  const place = new PostgresPlace();
  const accounts = demo(place.args);
  const [one, two] = await Promise.all([Server.start(place.args), Server.start(place.args)]);
  return { place, accounts, one, two, stop: () => Promise.all([one.stop(), two.stop()]) };
}

/** Milliseconds from now until the question is true. */
async function untilSeen(question, what) {
  const start = performance.now();
  await until(question, 5_000, what);
  return performance.now() - start;
}
const slowest = (times) => `slowest ${Math.max(...times).toFixed(0)} ms of ${times.length}`;

export function nodeTests() {
  test('two servers on one PostgreSQL: what one wrote is in the other\'s next answers within 1 s', async () => {
    const { place, accounts, one, two, stop } = await twoServers();
    const writer = await new Client(one.port).signIn(accounts.manager);
    const reader = await new Client(two.port).signIn(accounts.manager);
    const team = await writer.must(writer.get('/team'));
    const at = team.people.findIndex((person) => person.cells.some((cell) => cell?.required));
    const skill = team.people[at].cells.findIndex((cell) => cell?.required);
    const wanted = { person: team.people[at].id, skill: team.skills[skill].id };
    const levelOf = (profile) => profile.skills.find((held) => held.skill === wanted.skill)?.level ?? null;
    const times = [];
    for (let n = 0; n < 20; n += 1) {
      const before = levelOf(await reader.must(reader.get(`/people/${wanted.person}/skills`)));
      const today = new Date().toISOString().slice(0, 10);
      await writer.must(writer.post('/assessments', { ...wanted, level: n % 2 === 0 ? 5 : 1, source: 'test', day: today, note: `nr ${n}` }));
      times.push(await untilSeen(
        async () => levelOf(await reader.must(reader.get(`/people/${wanted.person}/skills`))) !== before,
        'the level that the other server tells has changed',
      ));
      // And in the sums, which come from the picture of the workforce.
      const profile = await reader.must(reader.get(`/people/${wanted.person}/skills`));
      const matrix = await reader.must(reader.get('/team'));
      equal(matrix.people[at].cells[skill].level, levelOf(profile), 'the level in the team matrix');
    }
    const hr = await new Client(one.port).signIn(accounts.hr);
    const hrThere = await new Client(two.port).signIn(accounts.hr);
    for (let n = 0; n < 5; n += 1) {
      const unit = await hr.must(hr.post('/units', { code: `n${n}`, name: 'Ny enhet' }));
      times.push(await untilSeen(
        async () => (await hrThere.must(hrThere.get('/units'))).items.some((found) => found.id === unit.id),
        'the unit is there',
      ));
    }
    expect(Math.max(...times) <= 1_000, slowest(times));
    await stop();
    mustKunna('audit', 'verify', ...place.args);
    return slowest(times);
  });

  test('two servers on one PostgreSQL: signing out, losing a role and losing the account hold on both within 1 s', async () => {
    const { accounts, one, two, stop } = await twoServers();
    const times = [];
    const refusedAt = (client, path, status) =>
      untilSeen(async () => (await client.get(path)).status === status, `${path} answers ${status} on the other server`);
    const administrator = await new Client(one.port).signIn(accounts.administrator);
    const list = await administrator.all('/accounts?limit=200');
    const change = async (email, body) => {
      const { id } = list.find((account) => account.email === email);
      const got = await administrator.get(`/accounts/${id}`);
      const changed = await administrator.send('PATCH', `/accounts/${id}`, body, { 'If-Match': got.headers.etag });
      equal(changed.status, 200, `change of ${email} (${changed.text})`);
    };

    const signedIn = await new Client(one.port).signIn(accounts.executive);
    const same = signedIn.at(two.port);
    equal((await same.get('/insights/organisation')).status, 200, 'the session holds on both');
    equal((await signedIn.send('DELETE', '/session')).status, 204, 'sign-out');
    times.push(await refusedAt(same, '/insights/organisation', 401));

    const everywhere = await new Client(one.port).signIn(accounts.executive);
    const elsewhere = await new Client(two.port).signIn(accounts.executive);
    equal((await elsewhere.get('/insights/organisation')).status, 200, 'before');
    equal((await everywhere.send('DELETE', '/sessions')).status, 204, 'sign-out everywhere');
    times.push(await refusedAt(elsewhere, '/insights/organisation', 401));

    const auditor = await new Client(two.port).signIn(accounts.auditor);
    equal((await auditor.get('/audit')).status, 200, 'the auditor reads the trail');
    await change(accounts.auditor.email, { roles: [] });
    times.push(await refusedAt(auditor, '/audit', 403));

    const learning = await new Client(two.port).signIn(accounts.learning);
    equal((await learning.get('/skills')).status, 200, 'before');
    await change(accounts.learning.email, { active: false });
    times.push(await refusedAt(learning, '/skills', 401));
    expect(Math.max(...times) <= 1_000, slowest(times));
    await stop();
    return slowest(times);
  });
}
