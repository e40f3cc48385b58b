// Suite: what people want, whom managers elsewhere may find, where units are, and skills found by other words: through
// the API and as people do it in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

export async function wishes() {
  heading('What people want, and whom managers elsewhere may find');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, manager, upper, employee, learning] = [await as('hr'), await as('manager'), await as('upper_manager'), await as('employee'), await as('learning')];
  const own = employee.session.person;
  const said = (await employee.get(`/people/${own}/skills`)).skills.filter((one) => one.level != null);
  const vouched = said.find((one) => one.level >= 2 && one.sources.some((source) => source.source !== 'self'));
  const catalogue = (await employee.get('/skills')).items;
  const names = new Map(catalogue.map((one) => [one.id, one.name.sv]));
  const find = async (who, query) => (await who.all('/staffing/people', query)).find((one) => one.person === own);

  await test('whoever agrees is found at once, whoever withdraws is not, and nothing else opens meanwhile', async () => {
    const query = { skill: vouched.skill, level: 1 };
    equal(await find(upper, query), undefined, 'before');
    await employee.ask('PUT', `/people/${own}/consent`, { body: { edition: 1, own_ratings: false } });
    const found = await find(upper, query);
    equal([found.by_consent, found.number, found.levels.length], [true, '', 1], 'found');
    equal((await find(manager, query)).by_consent, false, 'the own manager reads the levels anyway');
    equal((await upper.ask('GET', `/people/${own}/skills`)).status, 404, 'the profile');
    equal((await upper.ask('GET', `/people/${own}/wishes`)).status, 404, 'the wishes');
    equal(await find(upper, { ...query, role: 1 }), undefined, 'asked about a role');
    const { reads, consents } = await employee.get(`/people/${own}/everything`);
    equal([reads.filter((one) => one.what === 'found').length, consents.length], [1, 1], 'what the person reads');
    await employee.ask('DELETE', `/people/${own}/consent`);
    equal(await find(upper, query), undefined, 'after');
  });

  await test('wishes of few are counted and not told; where people work is told by unit', async () => {
    const before = await learning.get('/insights/wishes');
    must(before.skills.length > 0 && before.skills.every((one) => one.people >= 5), 'nothing is told of what five or more want');
    const alone = catalogue.find((one) => one.key === 'cnc_machining').id; // that nobody wants in the demonstration
    await employee.ask('PUT', `/people/${own}/wishes/skills/${alone}`, { body: { level: 4 } });
    const told = await learning.get('/insights/wishes');
    equal([told.skills.length, told.hidden_skills], [before.skills.length, before.hidden_skills + 1], 'sums');
    const count = async (place) => (await hr.all('/people', { place })).length;
    const towns = [await count('Västerås'), await count('Norrköping'), await count('Stockholm')];
    equal([towns, towns.reduce((a, b) => a + b)], [[319, 130, 51], (await hr.all('/people')).length], 'people by place');
  });

  await test('a skill is found by whoever does it, in the other language and misspelt; literal hits come first', async () => {
    const first = async (text) => (await employee.get('/skills/matches', { text })).items[0]?.name.sv;
    equal([await first('svetsare'), await first('weld'), await first('plc programering'), await first('kvantkromodynamik')], ['Svetsning', 'Svetsning', 'PLC-programmering', undefined], 'first hits');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('an employee says on the phone what they want, and that managers elsewhere may find them', 'employee', async (person, page) => {
    await person.width('phone');
    await person.go('/me');
    await page.getByRole('combobox', { name: 'Lägg till en kompetens' }).fill('svetsare');
    await page.getByRole('option', { name: /^Svetsning Orden finns i namnet/ }).click();
    await page.getByRole('status').getByText('Önskemålet är sparat').waitFor();
    // As long as a finger presses: the list opens with the press, and stands over the field until it knows where to go.
    await page.getByLabel('Önskad nivå i Svetsning').first().click({ delay: 80 });
    await page.getByRole('option', { name: /^4/ }).click();
    await page.getByRole('combobox', { name: 'Lägg till en roll' }).fill('Truck');
    await page.getByRole('option', { name: 'Truckförare' }).click();
    await page.getByRole('button', { name: 'Ta bort önskemålet Truckförare' }).waitFor();
    await page.getByText('Det är frivilligt', { exact: false }).waitFor();
    await page.getByRole('switch', { name: 'Chefer i andra enheter får hitta mig' }).click();
    await page.getByRole('status').getByText('Nu kan chefer i andra enheter hitta dig').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('wishes-mine');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
  });

  await story('a manager elsewhere finds the person in the town, sees that it is by consent, and can open nothing more', 'upper_manager', async (person, page) => {
    await person.go(`/find?skills=${vouched.skill}.1`);
    await page.getByRole('combobox', { name: 'Ort' }).click();
    await page.getByRole('option', { name: 'Västerås' }).click();
    await page.getByText('har sagt ja till att bli hittad', { exact: true }).first().waitFor();
    must((await page.getByRole('link', { name: accounts.employee.name }).count()) === 0, 'the name is no way in');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('wishes-found');
  });

  await story('the employee reads who found them, withdraws, and prints the profile as a CV', 'employee', async (person, page) => {
    await person.menu('Vem har tittat');
    await page.getByText('hittad i en sökning, med samtycke').first().waitFor();
    await person.menu('Min profil');
    await page.getByRole('switch', { name: 'Chefer i andra enheter får hitta mig' }).click();
    await page.getByRole('status').getByText('Nu kan ingen annan chef hitta dig').waitFor();
    await person.button('Exportera').first().click();
    await page.getByRole('menuitem', { name: 'CV enligt Europass (PDF)' }).click();
    await page.getByRole('heading', { level: 1, name: accounts.employee.name }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Kompetens' }).waitFor();
    await page.getByText(names.get(vouched.skill), { exact: true }).first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('wishes-cv');
    const pdf = await page.pdf({ format: 'A4' });
    must(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10_000, 'the CV prints');
  });

  await story('L&D sees what people want as numbers', 'learning', async (person, page) => {
    await person.menu('Önskemål');
    await person.heading('Vad vill vi lära oss?').waitFor();
    await page.getByRole('table', { name: 'Kompetenser' }).getByRole('link', { name: 'AI-kompetens' }).waitFor();
    await page.getByText(/till önskas av för få för att visas/).first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('wishes-sums');
  });

  await browser.close();
  await server.stop();
  return answers;
}
