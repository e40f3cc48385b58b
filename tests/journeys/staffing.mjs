// Suite: who can do what is asked, what hangs on whom, and what would be lost. An own account made from the rows of
// `kunna gaps --by requirement` and the levels of people, held against the API; then the same in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { Complaints, becomes, equal, heading, must, test } from './support/tell.mjs';

const reason = 'Bemanning av linje C';

// By skill: the highest level required of anybody, the rows, and who among all surely reaches it.
function account(rows, levels) {
  const skills = new Map();
  for (const row of rows) {
    const of = skills.get(row.skill) ?? { required: 0, rows: [], holders: new Set() };
    of.required = Math.max(of.required, row.required);
    of.rows.push(row);
    skills.set(row.skill, of);
  }
  for (const [person, held] of levels)
    for (const one of held) {
      const of = skills.get(one.skill);
      if (of && one.level != null && one.level >= of.required && !one.needs_refresh) of.holders.add(person);
    }
  return skills;
}

export async function staffing() {
  heading('Who can do what is asked, and what hangs on whom');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, manager, administrator] = [await as('hr'), await as('manager'), await as('administrator')];
  const executive = await invited(administrator, { email: 'styrelse@lindvaken.example', name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] });
  const catalogue = (await hr.get('/skills')).items;
  const idOf = new Map(catalogue.map((one) => [one.key, one.id]));
  const people = await hr.all('/people');
  const rows = JSON.parse(await kunna('gaps', '--data', data, '--by', 'requirement', '--format', 'json')).map((row) => ({ ...row, skill: idOf.get(row.skill) }));
  const levels = new Map();
  for (const { id } of people) levels.set(id, (await hr.get(`/people/${id}/skills`, { reason })).skills);
  const skills = account(rows, levels);
  const { day } = await hr.get('/insights/map');
  const soon = new Set(people.filter((one) => one.left && Date.parse(one.left) - Date.parse(day) <= 183 * 86400000).map((one) => one.id));

  await test('everybody who has a level, and nobody else, is found by HR; a manager finds their own reports among them', async () => {
    const complaints = new Complaints();
    const team = new Set((await manager.get('/team')).people.map((one) => one.id).concat(manager.session.person));
    for (const [skill, of] of [...skills].slice(0, 25)) {
      for (const sure of [false, true]) {
        const wanted = new Set([...levels].filter(([, held]) => held.some((one) => one.skill === skill && one.level >= of.required && (!sure || !one.needs_refresh))).map(([person]) => person));
        const found = await hr.all('/staffing/people', { skill, level: of.required, sure, reason });
        complaints.expect(found.length === wanted.size && found.every((one) => wanted.has(one.person)), () => `skill ${skill} at ${of.required}${sure ? ', sure' : ''}: ${found.length} found, ${wanted.size} by hand`);
        const sorted = found.map((one) => one.levels[0]).every((one, i, all) => i === 0 || all[i - 1].level > one.level || (all[i - 1].level === one.level && all[i - 1].confidence >= one.confidence));
        complaints.expect(sorted, () => `skill ${skill}: not by level, then confidence`);
        const mine = (await manager.all('/staffing/people', { skill, level: of.required, sure })).filter((one) => !one.by_consent);
        complaints.expect(mine.length === [...wanted].filter((person) => team.has(person)).length, () => `skill ${skill}: the manager finds ${mine.length}`);
      }
    }
    complaints.none();
  });

  await test('a level in the list is the one its explanation gives', async () => {
    const [skill, of] = [...skills].find(([, one]) => one.holders.size > 3);
    for (const one of (await hr.get('/staffing/people', { skill, level: of.required, reason, limit: 5 })).items) {
      const why = await hr.get(`/people/${one.person}/skills/${skill}`, { reason });
      equal([one.levels[0].level, one.levels[0].uncertainty, one.levels[0].confidence, one.levels[0].conflict], [why.level, why.uncertainty, why.confidence, why.conflict], one.name);
    }
  });

  await test('with a reason HR is told of every required skill how many hold it, and it is so by hand', async () => {
    const complaints = new Complaints();
    const told = await hr.get('/staffing/single-points', { holders: 1000, reason });
    equal([told.skills, told.hidden, told.items.length], [skills.size, 0, skills.size], 'skills');
    for (const one of told.items) {
      const of = skills.get(one.skill);
      const staying = [...of.holders].filter((person) => !soon.has(person));
      complaints.expect(one.required === of.required && one.holders === staying.length, () => `${one.name.sv}: ${one.holders} hold ${one.required}, by hand ${staying.length} hold ${of.required}`);
      complaints.expect((one.holder?.person ?? null) === (staying.length === 1 ? staying[0] : null), () => `${one.name.sv}: names ${one.holder?.name}`);
    }
    complaints.none();
  });

  await test('an executive is told of no skill that the lists hide, and never a name', async () => {
    const shown = new Map((await executive.get('/insights/skills')).items.map((one) => [one.skill, one]));
    const told = await executive.get('/staffing/single-points', { holders: 1000, reason });
    must(told.hidden > 0, 'nothing is hidden: the demonstration should have small skills');
    for (const one of told.items) {
      must(!shown.get(one.skill).hidden, () => `${one.name.sv} is hidden in the list of skills`);
      equal([one.holders, one.people, one.holder ?? null], [shown.get(one.skill).bus_factor, shown.get(one.skill).people, null], one.name.sv);
    }
    equal(told.items.length, [...shown.values()].filter((one) => !one.hidden).length, 'skills told');
  });

  const [point] = (await hr.get('/staffing/single-points', { reason })).items.filter((one) => one.holder);

  await test('when the only holder leaves, the skill has nobody; coverage falls by what the person met; nothing is stored', async () => {
    const before = await hr.get('/insights/organisation');
    const told = await hr.get('/staffing/departure', { person: point.holder.person, reason });
    const whole = told.covers.find((cover) => !cover.unit);
    const number = people.find((one) => one.id === point.holder.person).number;
    const met = rows.filter((row) => row.person === number && row.state === 'met').length;
    equal([whole.requirements, whole.met, whole.met_after, whole.coverage], [before.sums.requirements, before.sums.met, before.sums.met - met, before.coverage], 'the whole');
    const lost = told.skills.find((one) => one.skill === point.skill);
    equal([lost.holders, lost.holders_after], [1, 0], 'holders of the lost skill');
    equal(await hr.get('/insights/organisation'), before, 'the figures after the trial');
  });

  await test('what needs renewing is told by day: what age has made unsure is so on the profile, and what lapses is in the evidence', async () => {
    const complaints = new Complaints();
    const overdue = await hr.all('/staffing/refresh', { overdue: true, reason });
    const coming = await hr.all('/staffing/refresh', { days: 1000, reason });
    must(overdue.length > 0 && coming.length > 0, `${overdue.length} overdue, ${coming.length} to come: there is nothing to compare`);
    const held = (one) => levels.get(one.person).find((level) => level.skill === one.skill);
    for (const one of overdue) complaints.expect(one.day < day && (one.cause === 'certificate' || held(one).needs_refresh), () => `${one.name}, ${one.skill_name.sv}: overdue since ${one.day}`);
    for (const one of coming) complaints.expect(one.day >= day && (one.cause === 'certificate' || !held(one).needs_refresh), () => `${one.name}, ${one.skill_name.sv}: due ${one.day}`);
    for (const list of [overdue.slice().reverse(), coming]) complaints.expect(list.every((one, i) => i === 0 || list[i - 1].day <= one.day), () => 'not by day');
    for (const one of [...overdue, ...coming].filter(({ cause }) => cause === 'certificate').slice(0, 20)) {
      const { evidence } = await hr.get(`/people/${one.person}/skills/${one.skill}`, { reason });
      complaints.expect(evidence.some((said) => said.source === 'certificate' && said.expires === one.day), () => `${one.name}, ${one.skill_name.sv}: no certificate until ${one.day}`);
    }
    // What is sure on its last day is not on the next.
    for (const one of coming.filter(({ cause }) => cause === 'age').slice(0, 20)) {
      const on = async (as_of) => (await hr.get(`/people/${one.person}/skills/${one.skill}`, { as_of, reason })).confidence;
      const next = new Date(Date.parse(one.day) + 86400000).toISOString().slice(0, 10);
      complaints.expect((await on(one.day)) >= 0.5 && (await on(next)) < 0.5, () => `${one.name}, ${one.skill_name.sv}: not sure until ${one.day}`);
    }
    complaints.none();
  });

  await test('two units side by side tell the coverage that the map tells, and hide what it hides', async () => {
    const complaints = new Complaints();
    const map = await executive.get('/insights/map', { depth: 9 });
    const [one, other] = map.units.filter((unit) => unit.people > 20).slice(1, 3);
    const told = await executive.get('/staffing/comparison', { unit: one.id, other: other.id });
    const cell = (unit, skill) => map.units.findIndex((u) => u.id === unit.id) * map.skills.length + map.skills.findIndex((s) => s.id === skill);
    for (const row of told.skills)
      for (const [unit, side] of [[one, row.one], [other, row.other]]) {
        const at = cell(unit, row.skill);
        const wanted = map.required[at] === -1 ? 'not needed' : map.required[at] === -2 ? 'hidden' : map.coverage[at] / 10000;
        const said = !side.needed ? 'not needed' : side.hidden ? 'hidden' : side.coverage;
        complaints.expect(typeof wanted === 'number' ? Math.abs(wanted - said) <= 0.00011 : wanted === said, () => `${unit.name}, ${row.name.sv}: ${said}, on the map ${wanted}`);
      }
    complaints.none();
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('HR asks who can do two things, says why, opens what a level rests on, shares the address and takes the list along', 'hr', async (person, page) => {
    const [skill, of] = [...skills].find(([, one]) => one.holders.size > 5);
    const name = catalogue.find((one) => one.id === skill).name.sv;
    await person.menu('Hitta kompetens');
    await person.heading('Vem kan det här?').waitFor();
    await person.sees('Vad behöver ni någon som kan?');
    await page.getByRole('combobox', { name: 'Lägg till en kompetens' }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await page.getByLabel(`Lägsta nivå i ${name}`).first().click();
    await page.getByRole('option', { name: new RegExp(`^${of.required} eller mer`) }).click();
    await page.waitForURL(new RegExp(`skills=${skill}.${of.required}`));
    await person.button('Bara säkra nivåer').click();
    await page.getByRole('textbox', { name: 'Skäl' }).fill(reason);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${of.holders.size} person`) }).waitFor();
    await page.getByRole('button', { name: /nivå i .* bygger på/ }).first().click();
    await page.getByRole('dialog').getByText('Vad nivån bygger på').waitFor();
    await page.keyboard.press('Escape');
    const file = await person.download(async () => {
      await person.button('Exportera').click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
    });
    equal([file.name, file.bytes.toString().trim().split('\n').length], ['kunna-find.csv', 1 + of.holders.size], 'the file');
    // Two of them are tried as leavers.
    for (const i of [0, 1]) await page.getByRole('checkbox').nth(i).check();
    await page.getByRole('link', { name: 'Pröva om de slutar' }).click();
    await person.heading('Vad händer om 2 personer slutar?').waitFor();
    await page.getByRole('table', { name: 'Vad som går förlorat' }).waitFor();
  });

  await story('HR sees what hangs on one person, who it is, and what is lost if the person leaves', 'hr', async (person, page) => {
    await person.menu('Nyckelpersoner');
    await person.heading('Vad hänger på en enda person?').waitFor();
    await person.button('Visa vilka det är').click();
    await page.getByRole('textbox', { name: 'Skäl' }).fill(reason);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: point.name.sv }).filter({ hasText: point.holder.name });
    await row.getByRole('link', { name: 'om personen slutar' }).click();
    await person.heading(`Vad händer om ${point.holder.name} slutar?`).waitFor();
    await page.getByRole('row').filter({ hasText: point.name.sv }).getByText('ingen kvar').waitFor();
  });

  await story('the managing director sees as a cloud how many hold what, one unit at a time', 'executive', async (person, page) => {
    const unit = (await executive.get('/units')).items.find((one) => one.people > 100);
    await person.menu('Nyckelpersoner');
    await page.getByRole('link', { name: 'Se som moln' }).click();
    await person.heading('Vad kan vi mycket av, och lite?').waitFor();
    await person.go(`/cloud?unit=${unit.id}`);
    const words = page.getByRole('list', { name: 'Vad kan vi mycket av, och lite?' }).getByRole('listitem');
    await words.first().waitFor();
    const told = (await executive.get('/staffing/single-points', { unit: unit.id, holders: 1000 })).items;
    await becomes(() => words.count(), told.length, 'words');
    for (const one of told.slice(0, 10)) await words.filter({ hasText: one.name.sv }).filter({ hasText: new RegExp(`${one.holders}\\s*Kan och stannar`) }).first().waitFor();
  });

  await story('a manager finds among their own reports without a reason, on a phone', 'manager', async (person, page) => {
    const report = (await manager.get('/team')).people[0];
    const held = levels.get(report.id).find((one) => one.level >= 1);
    await person.width('phone');
    await person.go(`/find?skills=${held.skill}.1`);
    await person.link(report.name).first().waitFor();
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    await person.link(report.name).first().click();
    await person.heading(report.name).waitFor();
    await page.getByRole('link', { name: 'Om personen slutar' }).click();
    await person.heading(`Vad händer om ${report.name} slutar?`).waitFor();
  });

  await browser.close();
  await server.stop();
  return answers;
}
