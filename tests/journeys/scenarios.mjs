// Suite: what may come. The forecasts of the API held against the command line and against each other, then HR and the
// managing director at the scenario bench.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { Complaints, equal, heading, must, test, until } from './support/tell.mjs';

export async function scenarios() {
  heading('What may come, and what everybody will be able to do');
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
  const board = await invited(administrator, { email: 'styrelse.ab@lindvaken.example', name: 'Styrelsens ordförande', roles: [{ role: 'executive' }] });
  const { items: all, usual } = await hr.get('/scenarios');
  const named = (name) => all.find((one) => one.name === name);
  const skills = new Map((await hr.get('/skills')).items.map((one) => [one.id, one]));
  const roles = (await hr.get('/roles')).items;
  const forecast = (scenario, query) => hr.get(`/scenarios/${scenario.id}/forecast`, query);

  await test('the company has its four scenarios, and the base is one of them', async () => {
    equal(all.map((one) => one.name), ['Bas', 'Snabb automatisering', 'Order −20 %', 'Kundernas säkerhetskrav'], 'scenarios');
    equal(all.filter((one) => one.base).map((one) => one.name), ['Bas'], 'the base');
  });

  await test('the command line prints the numbers of the screens', async () => {
    const complaints = new Complaints();
    const scenario = named('Snabb automatisering');
    const rows = JSON.parse(await kunna('forecast', '--data', data, '--scenario', scenario.name, '--by', 'skill', '--format', 'json'));
    const told = await forecast(scenario);
    for (const one of told.skills.filter((skill) => !skill.hidden)) {
      const last = rows.filter((row) => row.skill === skills.get(one.skill).key).at(-1);
      complaints.expect(last.month === told.months && last.able === one.of.able_then && last.shortage === one.of.shortage_then && last.demand === one.of.demand_then, () => `${one.name.sv}: ${one.of.able_then} on the screen, ${last.able} on the command line`);
    }
    complaints.none();
  });

  await test('the needs of the goals are the same on the bench, on the command line, at their goal and as they stand today', async () => {
    const complaints = new Complaints();
    const base = named('Bas');
    const { needs, days } = await forecast(base);
    must(needs.length >= 5 && needs.some((one) => one.chance_then < 0.5), 'too few needs, or none that is unlikely to be met');
    const rows = JSON.parse(await kunna('forecast', '--data', data, '--scenario', base.name, '--by', 'need', '--format', 'json'));
    for (const one of needs.filter((need) => !need.untold)) {
      const printed = rows.filter((row) => row.need === one.row.need.id);
      complaints.expect(JSON.stringify([printed.map((row) => row.able), printed.map((row) => row.chance), printed.map((row) => row.shortage)]) === JSON.stringify([one.curve.able, one.curve.chance, one.curve.shortage]), () => `${one.row.skill_name.sv}: the command line differs`);
      const due = days.findIndex((day) => day >= one.row.need.due);
      complaints.expect(one.beyond === due < 0 && (due < 0 || (one.able_then === one.curve.able[due] && one.curve.demand[due] === one.row.need.headcount && (due === 0 || one.curve.demand[due - 1] === 0))), () => `${one.row.skill_name.sv}: not demand from ${one.row.need.due} on`);
    }
    for (const goal of new Set(needs.map((one) => one.goal))) {
      const [ahead, standing] = await Promise.all([hr.get(`/goals/${goal}/forecast`), hr.get(`/goals/${goal}/standing`)]);
      equal(ahead.scenario, base.id, 'the scenario');
      for (const one of ahead.needs) {
        const same = needs.find((need) => need.row.need.id === one.row.need.id);
        complaints.expect(JSON.stringify(same.curve) === JSON.stringify(one.curve), () => `${one.row.skill_name.sv}: another curve at its goal`);
        const today = [...standing.items, ...standing.not_funded].find((need) => need.row.need.id === one.row.need.id).standing;
        complaints.expect(!today === !!one.untold && (!today || Math.abs(today.qualified - one.able_now) < 1e-3), () => `${one.row.skill_name.sv}: ${today?.qualified} stand today, the forecast begins with ${one.able_now}`);
      }
    }
    complaints.none();
  });

  await test('whoever sees no people is told of no need that its standing hides', async () => {
    const { needs } = await board.get(`/scenarios/${named('Bas').id}/forecast`);
    const { items, not_funded } = await board.get('/priorities');
    const untold = new Set([...items, ...not_funded].filter((one) => one.untold).map((one) => one.row.need.id));
    equal(needs.filter((one) => !one.untold && untold.has(one.row.need.id)), [], 'told of the hidden');
    equal(needs.filter((one) => one.untold && (one.curve.able.length > 0 || one.able_now != null)), [], 'numbers of what is not told');
  });

  await test('a hand on a slider gets the same curve as the whole answer has', async () => {
    const ask = async (only_curve) => (await hr.want('POST', '/forecasts', { body: { assumptions: { ...usual, growth: 0.07 }, only_curve } }));
    const [whole, curve] = [await ask(false), await ask(true)];
    equal([curve.curve.able, curve.curve.high, curve.curve.demand, curve.whole, curve.skills], [whole.curve.able, whole.curve.high, whole.curve.demand, whole.whole, []], 'the curve');
  });

  await test('cells add up to their skills', async () => {
    const cells = JSON.parse(await kunna('forecast', '--data', data, '--by', 'cell', '--months', '12', '--format', 'json')).filter((row) => row.month === 12);
    const sums = JSON.parse(await kunna('forecast', '--data', data, '--by', 'skill', '--months', '12', '--format', 'json')).filter((row) => row.month === 12);
    const complaints = new Complaints();
    for (const sum of sums)
      for (const what of ['able', 'demand', 'shortage']) {
        const added = cells.filter((cell) => cell.skill === sum.skill).reduce((total, cell) => total + cell[what], 0);
        complaints.expect(Math.abs(added - sum[what]) < 0.02, () => `${sum.skill}: ${what} ${sum[what]}, cells ${added}`);
      }
    complaints.none();
  });

  await test('fast automation needs fewer operators and more who tend the automation', async () => {
    const told = await forecast(named('Snabb automatisering'));
    const of = (key) => told.roles.find((one) => one.role === roles.find((role) => role.key === key).id).of;
    equal([of('machine_operator'), of('automation_operator'), of('maintenance_technician')].map((one) => Math.round(one.demand_then - one.demand_now)), [-35, 18, 6], 'heads');
    must(of('automation_operator').shortage_then > 5 && of('machine_operator').surplus_then > 10, 'too few automation operators, too many machine operators');
  });

  await test('whoever has told their year of birth retires by age, the others by the assumed share', async () => {
    const { ages_counted: counted } = await hr.get('/forecasts/hazards');
    must(counted > 0.5 && counted < 1, `ages count of most posts, and not of those in small company: ${counted}`);
    const posts = async (change) => (await hr.ask('POST', '/forecasts', { body: { assumptions: { ...usual, attrition: 0, moves: 0, refill: 0, ...change } } })).json.whole.able_then;
    const [sooner, later] = [await posts({ pension_age: 62 }), await posts({ pension_age: 68 })];
    must(later - sooner > 5, `those between 62 and 68 are there still: ${later} against ${sooner}`);
    const unmoved = await posts({ retirement: 0, pension_age: 70 });
    must(unmoved > later, 'nobody else retires when nobody is assumed to');
  });

  await test('what is not stored answers as what is, and is refused by field', async () => {
    const scenario = named('Order −20 %');
    const post = (assumptions) => hr.ask('POST', '/forecasts', { body: { assumptions } });
    const tried = (await post(scenario.assumptions)).json;
    const kept = await forecast(scenario);
    equal([tried.skills[0], tried.curve], [kept.skills[0], kept.curve], 'the forecast');
    for (const [change, where] of [
      [{ attrition: 1.2 }, '/assumptions/attrition'],
      [{ months: 0 }, '/assumptions/months'],
      [{ pension_age: 59 }, '/assumptions/pension_age'],
      [{ changes: [{ kind: 'closing', unit: 999999, amount: 0, by: '2099-01-01' }] }, '/assumptions/changes/0/unit'],
      [{ changes: [{ kind: 'heads', role: roles.find((one) => one.key === 'machine_operator').id, amount: -5000 }] }, '/assumptions/changes/0/amount'],
    ]) {
      const refused = await post({ ...usual, ...change });
      equal([refused.status, refused.json.errors[0].where], [422, where], JSON.stringify(change));
    }
  });

  await test('an executive is told of no skill that the lists hide, nor by closing the unit that has it', async () => {
    const hidden = new Set((await board.get('/insights/skills')).items.filter((one) => one.hidden).map((one) => one.skill));
    const told = await board.get(`/scenarios/${named('Bas').id}/forecast`);
    equal(told.skills.filter((one) => !one.hidden && hidden.has(one.skill)), [], 'told of the hidden');
    const map = await board.get('/insights/map');
    const unit = map.units.findIndex((one, row) => one.depth > 0 && map.required.slice(row * map.skills.length, (row + 1) * map.skills.length).includes(-2));
    const skill = map.skills[map.required.slice(unit * map.skills.length, (unit + 1) * map.skills.length).indexOf(-2)];
    const closed = await board.want('POST', '/forecasts', { body: { assumptions: { ...usual, changes: [{ kind: 'closing', unit: map.units[unit].id, amount: 0, by: '2099-01-01' }] } } });
    must(closed.skills.find((one) => one.skill === skill.id).hidden, `${skill.name.sv} in ${map.units[unit].name} is given away`);
  });

  await test('a manager has forecasts of the own units only', async () => {
    const { units } = await hr.get('/insights/map');
    const mine = new Set((await manager.get('/insights/map')).units.map((one) => one.id));
    const other = units.find((one) => !mine.has(one.id) && one.people > 0);
    equal((await manager.ask('GET', `/scenarios/${named('Bas').id}/forecast`, { query: { unit: other.id } })).json.code, 'unit.not_found', 'another unit');
    equal((await manager.ask('POST', '/forecasts', { body: { assumptions: usual } })).status, 403, 'planning');
  });

  await test('how often people leave is told with its interval', async () => {
    const told = await hr.get('/forecasts/hazards');
    must(told.later.leavers >= 10 && told.later.low < told.later.hazard && told.later.hazard < told.later.high, JSON.stringify(told.later));
    must(told.first_year.low < 1.8 && told.first_year.high > 1.8, JSON.stringify(told.first_year));
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('HR tries more learning at once, sees the numbers behind the curve, keeps it as a scenario and takes the file along', 'hr', async (person, page) => {
    await person.menu('Scenarier');
    await person.heading('Vad kommer vi att kunna?').waitFor();
    const before = await page.getByRole('img', { name: /^Alla tjänster: / }).getAttribute('aria-label');
    await page.getByRole('slider', { name: 'Tillväxt' }).fill('0.1');
    await page.waitForFunction((label) => document.querySelector('figure svg')?.getAttribute('aria-label') !== label, before);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.getByRole('table', { name: 'Målens behov' }).getByRole('img').first().waitFor();
    await page.getByRole('button', { name: /^Visa .* i diagrammet$/ }).first().click();
    await page.waitForURL(/skill=\d+/);
    await person.button('Visa som tabell').click();
    await until('a row a month', async () => (await page.getByRole('row').filter({ has: page.getByRole('rowheader') }).count()) >= 37);
    await person.button('Visa som diagram').click();
    await person.button('Spara som nytt').click();
    await page.getByRole('textbox', { name: 'Namn' }).fill('Tio procent om året');
    await page.getByRole('dialog').getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.waitForURL(/scenario=\d+/);
    equal((await hr.get('/scenarios')).items.at(-1).assumptions.growth, 0.1, 'what was kept');
    const file = await person.download(async () => {
      await person.button('Exportera').click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
    });
    equal(file.name, 'kunna-forecast.csv', 'the file');
  });

  await story('HR is told field by field what cannot be, and what another changed meanwhile is not lost', 'hr', async (person, page) => {
    await person.go(`/scenarios?scenario=${named('Bas').id}`);
    await person.button('Ändra').click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Horisont, månader' }).fill('500');
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await form.getByText('Välj 1 till 120 månader.').first().waitFor();
    await form.getByRole('textbox', { name: 'Horisont, månader' }).fill('48');
    const now = await hr.get(`/scenarios/${named('Bas').id}`);
    await hr.want('PUT', `/scenarios/${now.id}`, { body: { name: now.name, description: 'Ändrad av en kollega.', base: true, assumptions: now.assumptions }, headers: { 'If-Match': `"${now.version}"` } });
    await form.getByRole('button', { name: 'Spara', exact: true }).click();
    await form.getByText('ändrats sedan du öppnade').first().waitFor();
    equal((await hr.get(`/scenarios/${now.id}`)).description, 'Ändrad av en kollega.', 'the other change');
  });

  await story('the managing director compares the scenarios: what holds whatever comes, the regret, the price of waiting', 'executive', async (person, page) => {
    await person.menu('Scenarier');
    await page.getByRole('link', { name: 'Jämför scenarier' }).click();
    await person.heading('Vad håller, vad som än kommer?').waitFor();
    await page.getByRole('table', { name: 'Sida vid sida' }).getByRole('row').nth(4).waitFor();
    await page.getByText('minst att ångra').first().waitFor();
    await page.getByRole('table', { name: 'Luckor i alla scenarier' }).first().waitFor();
    await page.getByRole('table', { name: 'Ångern' }).waitFor();
    equal(await person.faults(), [], 'faults');
    await person.width('phone');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
  });

  for (const [language, dark, small] of [['sv', false, false], ['en', true, false], ['sv', true, true], ['en', false, true]])
    await test(`the bench and the comparison are whole in ${language}, ${dark ? 'dark' : 'light'}, ${small ? 'on a phone' : 'wide'}`, async () => {
      const person = await browser.person({ language, dark });
      try {
        await person.signIn(accounts.hr);
        await person.speak(language);
        if (small) await person.width('phone');
        for (const [name, path] of [['bench', `/scenarios?scenario=${named('Snabb automatisering').id}`], ['robust', '/scenarios/comparison']]) {
          await person.go(path);
          equal([await person.overflow(), await person.faults()], [0, []], path);
          await person.picture(`scenarios-${name}-${language}-${dark ? 'dark' : 'light'}-${small ? 'phone' : 'wide'}`);
        }
        equal(person.complaints(), [], 'what broke on the way');
      } finally {
        await person.leave();
      }
    });

  await browser.close();
  await server.stop();
  return answers;
}
