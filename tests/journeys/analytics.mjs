// Suite: the analysis. The shares of roles against an own account made from the role profiles; places against the rows
// of `kunna gaps`; what an executive is told of ages against the file of people; the trend against other days asked
// for; then the pages in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { Complaints, becomes, equal, heading, must, test } from './support/tell.mjs';

export async function analytics() {
  heading('The analysis: what is near, what sits where, what rises and falls');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, employee, manager, administrator] = [await as('hr'), await as('employee'), await as('manager'), await as('administrator')];
  const secret = 'en mening som bara vi kan';
  accounts.board = { email: 'analys@lindvaken.example', password: secret };
  const executive = await invited(administrator, { email: accounts.board.email, name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] }, secret);
  const json = async (...args) => JSON.parse(await kunna(...args, '--data', data, '--format', 'json'));
  const { items: skills } = await hr.get('/skills');
  const roles = (await hr.get('/roles')).items;
  const profiles = new Map();
  for (const role of roles) {
    const { profile } = await hr.get(`/roles/${role.id}`);
    if (profile?.requirements.length) profiles.set(role.id, profile.requirements);
  }
  const group = new Map(skills.map((one) => [one.id, one.group]));
  const settings = await hr.get('/settings');

  // domain.md §3 once more, in plain numbers.
  const asked = (skill) => [...profiles.values()].filter((all) => all.some((one) => one.skill === skill));
  const likeness = (a, b) => {
    const both = asked(a).filter((all) => all.some((one) => one.skill === b)).length;
    const either = asked(a).length + asked(b).length - both;
    const area = group.get(a) != null && group.get(a) === group.get(b) ? 0.3 : 0;
    return 1 - (1 - area) * (1 - (both > 1 ? both / either : 0) / 2);
  };
  const share = (from, to) => {
    let brought = 0;
    let all = 0;
    for (const need of profiles.get(to)) {
      let level = profiles.get(from).find((one) => one.skill === need.skill)?.level ?? 0;
      for (const has of profiles.get(from)) if (has.skill !== need.skill) level = Math.max(level, 0.7 * likeness(has.skill, need.skill) * has.level);
      const weight = need.importance * (need.must ? settings.must_factor : 1);
      brought += weight * Math.min(level, need.level);
      all += weight * need.level;
    }
    return brought / all;
  };

  await test('every share between two roles is that of an own account of the profiles, on the command line and in the API', async () => {
    const complaints = new Complaints();
    const id = new Map(roles.map((one) => [one.key, one.id]));
    const line = await json('analyse', '--of', 'roles');
    equal(line.length, profiles.size * (profiles.size - 1), 'pairs');
    for (const one of line) {
      const own = share(id.get(one.from), id.get(one.to));
      complaints.expect(Math.abs(own - one.transferability) < 0.001, () => `${one.from} → ${one.to}: ${one.transferability}, ${own} by hand`);
      complaints.expect(one.suggested === own >= 0.6 || Math.abs(own - 0.6) < 0.001, () => `${one.from} → ${one.to}: suggested at ${own}`);
    }
    const role = roles.find((one) => one.key === 'machine_operator');
    for (const direction of ['from', 'towards']) {
      const said = await employee.get(`/analytics/roles/${role.id}/adjacent`, { direction });
      for (const one of said.items) {
        const [from, to] = direction === 'from' ? [role.id, one.role] : [one.role, role.id];
        complaints.expect(Math.abs(share(from, to) - one.transferability) < 0.001, () => `${direction} ${one.name.sv}`);
      }
    }
    complaints.none();
  });

  await test('the account of a share adds up, and names the neighbour that lends', async () => {
    const complaints = new Complaints();
    const ids = [...profiles.keys()];
    for (let i = 0; i < 12; i += 1) {
      const [from, to] = [ids[i], ids[(i * 7 + 3) % ids.length]];
      const told = await employee.get(`/analytics/roles/${from}/adjacent/${to}`);
      const sum = (of) => told.parts.reduce((all, part) => all + of(part), 0);
      complaints.expect(Math.abs(sum((part) => part.counted) - told.counted) < 0.01 && Math.abs(sum((part) => part.of) - told.of) < 0.01, `${from} → ${to}: sums`);
      for (const part of told.parts.filter((one) => one.neighbour))
        complaints.expect(Math.abs(0.7 * part.neighbour.likeness * part.neighbour_level - part.brought) < 0.001, `${from} → ${to}: ${part.name.sv}`);
    }
    complaints.none();
  });

  await test('how many reach another role is not told of few', async () => {
    const ids = [...profiles.keys()];
    let told = 0;
    for (const from of ids) {
      const said = await executive.get(`/analytics/roles/${from}/adjacent/${ids.find((one) => one !== from)}/people`);
      must(said.hidden ? said.people === 0 : said.people === 0 || said.people >= 5, () => `${from}: ${said.people} people`);
      told += said.hidden || said.people === 0 ? 0 : 1;
    }
    must(told > 5, `${told} told prove little`);
  });

  await test('places and units say the same as the command line where they are told, and little is to be had by subtraction', async () => {
    const complaints = new Complaints();
    for (const query of [{ by: 'place' }, { by: 'unit', depth: 1 }, { by: 'unit', depth: 2 }]) {
      const said = await executive.get('/analytics/concentration', query);
      const args = query.by === 'place' ? ['--by', 'place'] : ['--by', 'unit', '--depth', String(query.depth)];
      const line = await json('analyse', '--of', 'concentration', ...args);
      const key = new Map(skills.map((one) => [one.id, one.key]));
      let told = 0;
      for (const one of said.skills.filter((skill) => !skill.hidden)) {
        const rows = line.filter((row) => row.skill === key.get(one.skill));
        complaints.expect(rows[0].able_all === one.able, () => `${one.name.sv}: ${one.able}, ${rows[0].able_all}`);
        let left = 0;
        let hidden = 0;
        rows.forEach((row, i) => {
          if (one.groups[i] === -1) {
            left += row.people;
            hidden += 1;
            return;
          }
          told += 1;
          complaints.expect(row.able === one.groups[i], () => `${one.name.sv}, ${row.group}`);
          complaints.expect(row.people >= 5, () => `${row.group} has ${row.people} people`);
        });
        complaints.expect(hidden === 0 || left >= 5, () => `${one.name.sv}: what is left is about ${left}`);
      }
      must(told > 50, () => `${told} told by ${query.by} prove little`);
    }
    complaints.none();
  });

  await test('ages are told in groups of five or more, by everybody the same, and not to managers or administrators', async () => {
    const complaints = new Complaints();
    const told = await executive.get('/analytics/ages');
    const known = told.everyone.filter((n) => n !== -1).reduce((sum, n) => sum + n, 0);
    must(known > 400, `${known} of the ages are told`);
    const skillRows = async (who) => (await who.get('/analytics/ages')).skills;
    equal(await skillRows(hr), told.skills, 'what HR is told');
    let some = 0;
    for (const one of told.skills) {
      const shown = one.bands.filter((n) => n !== -1);
      complaints.expect(shown.every((n) => n === 0 || n >= 5), () => `${one.name.sv}: ${one.bands}`);
      const left = one.able - shown.reduce((sum, n) => sum + n, 0);
      complaints.expect(one.hidden || shown.length === one.bands.length || left >= 5, () => `${one.name.sv}: ${left} are left over`);
      complaints.expect(one.able === 0 || one.able >= 5, () => `${one.name.sv}: ${one.able} able`);
      some += shown.length > 0 ? 1 : 0;
    }
    must(some > 10, `${some} told prove little`);
    for (const who of [manager, administrator, employee]) equal((await who.ask('GET', '/analytics/ages')).status, 403, 'who may not');
    complaints.none();
  });

  await test('the trend is what other days tell when they are asked for, and its causes add up', async () => {
    const complaints = new Complaints();
    const told = await executive.get('/analytics/trends', { months: 12 });
    equal(told.days.length, 5, 'days');
    const line = await json('analyse', '--of', 'trends', '--months', '12');
    const key = new Map(skills.map((one) => [one.id, one.key]));
    let shown = 0;
    for (const one of told.skills) {
      if (one.change == null) continue;
      shown += 1;
      const by = one.causes;
      const sum = [by.came, by.left, by.first, by.restated, by.aged, by.others].reduce((all, n) => all + (n ?? 0), 0);
      complaints.expect(sum === one.change, () => `${one.name.sv}: causes ${sum}, change ${one.change}`);
      const rows = line.filter((row) => row.skill === key.get(one.skill));
      rows.forEach((row, i) => complaints.expect(one.points[i].hidden || (row.able === one.points[i].able && row.assessed === one.points[i].known && row.people === told.people[i]), () => `${one.name.sv} on ${row.day}`));
    }
    must(shown > 20, `${shown} told prove little`);
    for (const [i, day] of told.days.entries()) equal((await executive.get('/insights/organisation', { as_of: day })).people, told.people[i], `people on ${day}`);
    complaints.none();
  });

  await test('the files say what the pages say', async () => {
    const text = async (path, query = {}) => {
      const { bytes } = await executive.ask('GET', path, { query: { ...query, format: 'csv' } });
      return bytes.toString().trim().split('\n').length - 1;
    };
    const spread = await executive.get('/analytics/concentration');
    equal(await text('/analytics/concentration/export'), spread.skills.length * spread.groups.length, 'lines of places');
    const ages = await executive.get('/analytics/ages');
    equal(await text('/analytics/ages/export'), ages.skills.length * ages.bands.length, 'lines of ages');
    const trends = await executive.get('/analytics/trends');
    equal(await text('/analytics/trends/export'), trends.skills.length * trends.days.length, 'lines of trends');
    const board = await executive.get('/priorities');
    equal(await text('/priorities/export'), board.items.length + board.not_funded.length, 'lines of priorities');
    const [goal] = (await executive.get('/goals')).items.filter((one) => one.needs > 0);
    equal(await text(`/goals/${goal.id}/standing/export`), goal.needs, 'lines of a goal');
  });

  await test('whoever answers for a goal finds it among all that is stored about them', async () => {
    const { items } = await hr.get('/goals');
    const owner = (await manager.get('/session')).person;
    const { responsibilities } = await manager.get(`/people/${owner}/everything`);
    equal(responsibilities.filter((one) => one.kind === 'goal').map((one) => one.id).sort(), items.filter((one) => one.owner.id === owner).map((one) => one.id).sort(), 'goals');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const looks = async (person, name) => {
    await person.picture(`analytics-${name}`);
    equal(await person.faults(), [], `faults of ${name}`);
    must((await person.overflow()) <= 0, `${name} is wider than the screen`);
  };
  const warehouse = roles.find((one) => one.key === 'warehouse_worker');

  await story('before anything is chosen the page teaches by the role one holds, or by the largest there is', 'employee', async (person, page) => {
    await person.go('/analytics');
    const held = (await employee.get(`/people/${employee.session.person}/roles`)).items.find((one) => !one.to);
    await becomes(() => page.getByRole('combobox', { name: 'Välj en roll' }).inputValue(), held.name.sv, 'the role of the employee');
    await person.sees(`den som når kraven för ${held.name.sv}`);
    await looks(person, 'own-role');
  });

  await story('HR looks where warehouse workers could go, opens the account of a share and sees how many reach it', 'hr', async (person, page) => {
    await person.go('/analytics');
    await page.getByRole('combobox', { name: 'Välj en roll' }).fill(warehouse.name.sv);
    await page.getByRole('option', { name: warehouse.name.sv }).first().click();
    await person.sees('värd att pröva');
    await page.getByRole('button', { name: 'Truckförare' }).click();
    await person.sees('viktade nivåer', 'Så många i dag');
    await looks(person, 'transfer');
    await page.keyboard.press('Escape');
    await person.button('Hit från andra roller').click();
    await person.sees('Så mycket av kraven för');
    await person.ready();
    await looks(person, 'roles');
  });

  await story('the chair of the board sees where skills sit, of which age, and what rises; the address keeps the view', 'board', async (person, page) => {
    await person.go('/analytics?tab=spread');
    await person.sees('Orter');
    await looks(person, 'places');
    await page.getByRole('button', { name: /Enheter, led 1|Units, level 1/ }).click();
    await person.ready();
    await page.getByRole('button', { name: /^(Ålder|Age)$/ }).click();
    await person.sees('Bara för planering');
    await looks(person, 'ages');
    await page.getByRole('button', { name: /^(Stiger och faller|Rise and fall)$/ }).click();
    await page.getByRole('button', { name: /^12/ }).click();
    await person.ready();
    await looks(person, 'trends');
    await page.reload();
    await becomes(() => page.getByRole('button', { name: /^12/ }).getAttribute('aria-pressed'), 'true', 'the period after reloading');
  });

  await story('a manager is not offered ages', 'manager', async (person, page) => {
    await person.go('/analytics?tab=ages');
    await person.sees(/den som når kraven för/);
    equal(await page.getByRole('button', { name: 'Ålder', exact: true }).count(), 0, 'ways to ages');
  });
  await story('an employee goes from a skill to those near it, and sees no sums of others', 'employee', async (person, page) => {
    const skill = skills.find((one) => one.key === 'forklift_driving');
    await person.go(`/skills/${skill.id}`);
    await page.getByRole('link', { name: 'Över tid och närliggande' }).click();
    await person.sees('Närliggande kompetenser', 'samma område');
    equal(await page.getByText('Bedömda').count(), 0, 'sums of others');
    await looks(person, 'employee');
  });

  for (const [language, dark] of [['sv', false], ['en', true]])
    for (const tab of ['roles', 'spread', 'ages', 'trends', 'skill'])
      await story(`${tab} look right in ${language}, ${dark ? 'dark' : 'light'}, on a phone too`, 'hr', async (person) => {
        await person.speak(language);
        await person.go(tab === 'roles' ? `/analytics?role=${warehouse.id}` : tab === 'skill' ? `/analytics/skills/${skills.find((one) => one.key === 'forklift_driving').id}` : `/analytics?tab=${tab}`);
        await person.ready();
        await looks(person, `${tab}-${language}`);
        await person.width('phone');
        await looks(person, `${tab}-${language}-phone`);
        await person.speak('sv');
      }, { language, dark });

  await browser.close();
  await server.stop();
  return answers;
}
