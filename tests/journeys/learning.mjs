// Suite: learning activities: the catalogue as L&D keeps it by hand and from files, as everybody reads it, and what of it
// serves a goal at what cost; through the API and in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { becomes, equal, heading, must, test } from './support/tell.mjs';

const file = (rows) => Buffer.from(['Aktivitet;Slag;Kostnad per plats;Kostnad per tillfälle;Timmar;Platser;Kompetens;Från nivå;Till nivå;Sannolikhet;Tillfället börjar;Kräver aktiviteter', ...rows].join('\n'));

export async function learning() {
  heading('Learning activities');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [lead, employee, executive] = [await as('learning'), await as('employee'), await as('executive')];
  const all = await lead.all('/activities');
  const goals = (await lead.get('/goals')).items;
  const automation = goals.find((one) => one.name.sv.startsWith('40 procent av linjetimmarna'));
  const body = (change) => ({ name: { sv: 'Prov', en: '' }, description: { sv: '', en: '' }, kind: 'course', provider: '', language: 'sv', online: false, place: '', seat_cost: 0, session_cost: 0, hours: 8, ...change });

  await test('the company has learning for its goals, ahead of today, and the reskilling of two groups', async () => {
    must(all.length > 150, `${all.length} activities`);
    const today = (await lead.get('/home')).today ?? new Date().toISOString().slice(0, 10);
    must(all.filter((one) => one.next_session && one.next_session >= today).length > 60, 'sessions ahead');
    const [support, finance] = ['reskill_warehouse_support', 'reskill_finance_automation'].map((key) => all.find((one) => one.key === key));
    equal([support.hours, finance.hours], [300, 160], 'hours');
    for (const goal of goals.filter((one) => one.needs > 0 && !['reached', 'dropped'].includes(one.state))) must((await lead.all('/activities', { goal: goal.id })).length > 0, `nothing serves ${goal.name.sv}`);
  });

  await test('what serves some goal and what serves none are the catalogue together', async () => {
    const [some, none] = [await lead.all('/activities', { serving: 'some' }), await lead.all('/activities', { serving: 'none' })];
    equal(some.length + none.length, all.length, 'activities');
    must(none.every((one) => one.goals === 0) && some.every((one) => one.goals > 0), 'goals');
    const one = await lead.get(`/activities/${some[0].id}`);
    must(one.serves.some((goal) => goal.needs.every((need) => need.from < need.level)), 'from below the level needed');
  });

  await test('the kronor of a goal are seats for those lacking and the sessions they fill', async () => {
    const told = await executive.get(`/goals/${automation.id}/activities`);
    const standing = await executive.get(`/goals/${automation.id}/standing`);
    let sum = 0;
    for (const need of told.needs) {
      const of = [...standing.items, ...standing.not_funded].find((one) => one.row.need.id === need.row.need.id);
      equal(need.lacking, of.standing ? Math.max(0, Math.ceil(need.row.need.headcount - of.standing.qualified)) : undefined, 'lacking');
      for (const one of need.activities.filter((each) => each.estimate)) {
        const { cost, seats } = await executive.get(`/activities/${one.activity}`);
        const sessions = need.lacking === 0 ? 0 : seats ? Math.ceil(need.lacking / seats) : 1;
        equal(one.estimate.amount, need.lacking * cost.seat + sessions * cost.session, one.name.sv);
      }
      const reaching = need.activities.filter((one) => one.reaches && one.estimate).map((one) => one.estimate.amount);
      if (reaching.length > 0) sum += Math.min(...reaching);
    }
    equal(told.least.reduce((before, one) => before + one.amount, 0), sum, 'the sum');
    const plain = await employee.get(`/goals/${automation.id}/activities`);
    must(plain.needs.every((need) => need.lacking == null && !need.least && need.activities.every((one) => !one.estimate)) && plain.least.length === 0, 'an employee is told of costs or counts');
  });

  await test('two editors of one activity: the second is told', async () => {
    const made = await lead.post('/activities', body({ name: { sv: 'Två redaktörer', en: '' } }));
    const put = (hours) => lead.ask('PUT', `/activities/${made.id}`, { headers: { 'If-Match': `"${made.version}"` }, body: body({ name: made.name, hours }) });
    equal((await put(9)).status, 200, 'the first');
    equal((await put(10)).status, 412, 'the second');
    equal((await employee.ask('PUT', `/activities/${made.id}`, { headers: { 'If-Match': '*' }, body: body({}) })).status, 403, 'an employee');
    await lead.want('POST', `/activities/${made.id}/archive`);
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('L&D writes an activity, is refused field by field, corrects it and sees which goal it serves', 'learning', async (person, page) => {
    await person.go('/learning');
    await page.getByRole('link', { name: 'Ny aktivitet' }).click();
    await page.getByLabel('Namn på svenska').fill('PLC vid linje C');
    await page.getByLabel('Timmar').fill('0');
    await page.getByRole('combobox', { name: 'Lägg till kompetens' }).fill('PLC');
    await page.getByRole('option', { name: 'PLC-programmering' }).click();
    const raise = page.getByRole('listitem', { name: 'PLC-programmering' });
    const choose = async (end, level) => {
      await raise.getByRole('combobox', { name: end }).click();
      await page.getByRole('listbox', { name: end, exact: true }).getByRole('option', { name: new RegExp(`^${level} `) }).click();
    };
    await choose('Från', 3);
    await choose('Till', 2);
    await page.getByRole('button', { name: 'Lägg till tillfälle' }).click();
    await page.getByLabel('Första dagen').fill('2020-02-03');
    await page.getByRole('button', { name: 'Spara aktiviteten' }).click();
    await page.getByText('Skriv 0 om det inte kostar något.', { exact: false }).first().waitFor();
    for (const words of ['En aktivitet kan inte höja från 3 till 2.', 'Tillfället har redan börjat.', 'Ange hur många timmar en deltagare lägger']) await page.getByText(words, { exact: false }).first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('learning-refused');
    await page.getByLabel('Kostnad per plats').fill('12500');
    await page.getByLabel('Timmar').fill('24');
    await choose('Till', 4);
    await page.getByLabel('Första dagen').fill('2099-02-02');
    await page.getByRole('button', { name: 'Spara aktiviteten' }).click();
    await page.getByRole('heading', { level: 1, name: 'PLC vid linje C' }).waitFor();
    await page.getByRole('link', { name: /40 procent av linjetimmarna/ }).waitFor();
    await page.getByText(/12\s500\skr/).first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('learning-activity');
    await page.getByRole('button', { name: 'Arkivera' }).click();
    await page.getByText('Arkiverad: den erbjuds inte').waitFor();
  });

  await story('L&D hands in a file, mends what is refused, and takes it in', 'learning', async (person, page) => {
    await person.go('/imports');
    await becomes(() => page.getByRole('radio').count(), 1, 'kinds of files');
    const hand = async (rows) => {
      await person.go('/imports');
      await page.locator('input[type=file]').setInputFiles({ name: 'kurser.csv', mimeType: 'text/csv', buffer: file(rows) });
      await page.getByRole('button', { name: 'Kontrollera', exact: true }).click();
    };
    await hand(['Robotcell, kväll;Kurs;9000;0;16;8;Automation & robotik;2;1;80 %;2099-03-02;', 'Svets, kväll;Kurs;;0;16;8;Svetsning;0;1;;;']);
    await page.getByText('En aktivitet kan inte höja från 2 till 1.', { exact: false }).first().waitFor();
    await page.getByText('Skriv 0 om det inte kostar något.', { exact: false }).first().waitFor();
    await person.picture('learning-import-refused');
    equal((await lead.get('/activities', { query: 'kväll' })).items.length, 0, 'nothing is half taken in');
    await hand(['Robotcell, kväll;Kurs;9000;0;16;8;Automation & robotik;0;1;80 %;2099-03-02;', 'Svets, kväll;Kurs;0;0;16;8;Svetsning;0;1;;;Robotcell, kväll']);
    await page.getByRole('button', { name: 'Läs in', exact: true }).click();
    await page.getByRole('link', { name: 'Till katalogen' }).click();
    await page.getByLabel('Sök aktivitet, kompetens eller ort').fill('kväll');
    await page.getByRole('link', { name: 'Svets, kväll' }).first().click();
    await page.getByRole('link', { name: 'Robotcell, kväll' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
  });

  await story('an employee finds something to learn, on a phone, without what it costs', 'employee', async (person, page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await person.go('/learning');
    await page.getByRole('heading', { level: 1, name: 'Vad kan man lära sig här?' }).waitFor();
    equal(await page.getByRole('link', { name: 'Ny aktivitet' }).count(), 0, 'what an employee may not');
    await page.getByLabel('Sök aktivitet, kompetens eller ort').fill('robotcell för');
    await page.getByRole('link', { name: 'Robotcell för operatörer' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Robotcell för operatörer' }).waitFor();
    equal(await page.getByText(/\d\s*kr/).count(), 0, 'costs');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('learning-phone');
  });

  await story('the executive sees on the goal what leads there and from what it costs', 'executive', async (person, page) => {
    await person.go(`/goals/${automation.id}`);
    await page.getByRole('heading', { name: 'Lärande som leder hit' }).waitFor();
    await page.getByRole('link', { name: 'PLC och fältbussar, fördjupning' }).waitFor();
    await page.getByText(/Från omkring .*kr för det sista steget/).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('learning-goal');
  });

  await browser.close();
  await server.stop();
  return answers;
}
