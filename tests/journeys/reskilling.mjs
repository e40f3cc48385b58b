// Suite: reskilling: from interest over candidates, a suggestion and a cohort to a placement, with the check of mentor and
// manager; what has been in the demonstration company; and what nobody is told of few. Through the API and in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

const name = 'Till produktionsledare';

export async function reskilling() {
  heading('Reskilling, from interest to placement');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [hr, employee, executive, manager] = [await as('hr'), await as('employee'), await as('executive'), await as('manager')];
  const all = (await hr.get('/programmes')).items;
  const [open, finance, warehouse] = [all.find((one) => one.state === 'open'), all.find((one) => one.name.includes('ekonomi')), all.find((one) => one.name.includes('lager'))];

  await test('the company has reskilled nineteen applicants of the warehouse down to five, and four in finance', async () => {
    const { stages, flow, break_even } = warehouse.sums;
    equal([stages.interested, stages.applied, stages.placed, stages.left], [19, 11, 5, 3], 'of the warehouse');
    equal(flow.map((one) => [one.from_name.sv, one.to_name.sv, one.people]), [['Lagerarbetare', 'Supporttekniker', 5]], 'from role to role');
    must(break_even.reskilling > 0 && break_even.hiring > 0, 'what it cost beside hiring');
    equal([finance.sums.stages.interested, finance.sums.stages.placed], [4, 4], 'in finance');
    const { members, cohorts } = await hr.get(`/programmes/${warehouse.id}/cohorts`);
    equal([members.length, cohorts.length], [5, 1], 'those placed are followed, the others are no longer seen');
    must(members.every((one) => one.follow_up.map((each) => each.months).join() === '3,6,12' && one.follow_up[2].state === 'ahead' && one.follow_up[0].in_role), 'follow-up');
  });

  await test('whoever may not see the people is told nothing of few, also not by difference', async () => {
    const told = (await executive.get('/programmes')).items;
    const { stages, flow, hidden, break_even } = told.find((one) => one.id === warehouse.id).sums;
    equal([stages.interested, stages.applied, stages.placed ?? null, stages.left ?? null, hidden], [19, 11, null, null, true], 'three have left, so the five placed are not told either');
    equal([flow.length, break_even ?? null], [0, null], 'the five in the flow, and what hiring five would cost, would tell of the three');
    const few = told.find((one) => one.id === finance.id).sums;
    equal([few.stages.interested ?? null, few.stages.placed ?? null, few.flow.length, few.break_even ?? null], [null, null, 0, null], 'of four nothing');
    equal((await executive.ask('GET', `/programmes/${open.id}/candidates`)).status, 403, 'the candidates');
    equal((await manager.ask('GET', `/programmes/${open.id}/candidates`)).status, 403, 'nor a manager');
  });

  await test('a suggestion is within the places, never for a role somebody did not ask for, and its bound proves it', async () => {
    const board = await hr.get(`/programmes/${open.id}/candidates`);
    must(board.items.length >= 10, `${board.items.length} candidates`);
    const suggest = (body) => hr.post(`/programmes/${open.id}/suggestion`, body);
    for (const aim of ['hours', 'suitability']) {
      const made = await suggest({ aim, locks: [] });
      for (const role of open.roles) must(made.items.filter((one) => one.role === role.role).length <= role.headcount, 'more than places');
      must(made.items.every((one) => board.items.find((each) => each.person === one.person).fits.some((fit) => fit.role === one.role)), 'a role not asked for');
      must(made.bound <= made.total && made.items.length + made.left_out === board.items.length, 'bound and sums');
    }
    const [first] = (await suggest({ aim: 'hours', locks: [] })).items;
    const without = await suggest({ aim: 'hours', locks: [{ person: first.person, kind: 'never' }] });
    must(!without.items.some((one) => one.person === first.person) && without.changed.some((one) => one.person === first.person), 'the lock holds and is told');
    const twice = await hr.ask('POST', `/programmes/${open.id}/suggestion`, { body: { aim: 'hours', locks: [{ person: first.person, role: first.role, kind: 'must' }, { person: first.person, role: first.role, kind: 'never' }] } });
    equal([twice.status, twice.json.errors[0].code], [422, 'lock.contradiction'], 'a contradiction');
  });

  await test('the board as a file has the numbers of the board', async () => {
    const board = await hr.get(`/programmes/${open.id}/candidates`);
    const file = (await hr.ask('GET', `/programmes/${open.id}/candidates/export`, { query: { format: 'csv' } })).bytes.toString();
    const rows = file.trim().split('\r\n').slice(1);
    equal(rows.length, board.items.reduce((sum, one) => sum + one.fits.length, 0), 'rows');
    for (const one of board.items) must(rows.some((row) => row.includes(one.name)), `${one.name} is missing`);
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const unit = (await hr.all('/people', { query: accounts.employee.name }))[0];

  await story('HR writes a programme, is refused field by field, corrects it and opens it for interest', 'hr', async (person, page) => {
    await person.menu('Omskolning');
    await page.getByRole('link', { name: 'Nytt program' }).click();
    await page.getByRole('button', { name: 'Spara programmet' }).click();
    await person.sees('Ge programmet ett namn.', 'Ange minst en roll som programmet leder till.', 'Välj den enhet där de som ställer om ska arbeta efteråt.');
    await page.getByLabel('Namn').fill(name);
    await page.getByRole('combobox', { name: 'Lägg till roll' }).fill('Produktionsledare');
    await page.getByRole('option', { name: 'Produktionsledare' }).click();
    await page.getByRole('combobox', { name: 'Enhet där de ska arbeta' }).fill(unit.unit_name);
    await page.getByRole('option', { name: unit.unit_name }).first().click();
    await page.getByLabel('På plats i rollen').fill('2099-09-01');
    await page.getByLabel('Rekrytering, kr per person').fill('120000');
    await page.getByLabel('Månadslön, kr').fill('42000');
    await page.getByLabel('Inskolning, veckor').fill('16');
    await page.getByLabel('En timme borta från arbetet, kr').fill('420');
    await page.getByRole('button', { name: 'Spara programmet' }).click();
    await page.getByRole('button', { name: 'Öppna för intresse' }).click();
    await page.getByRole('status').getByText('Programmet är nu: öppet för intresse').waitFor();
    equal(await person.faults(), [], 'faults of access');
  });

  await story('an employee sees on the phone what is near and what it takes, and expresses interest', 'employee', async (person, page) => {
    await person.width('phone');
    await person.go('/me/roles');
    await page.getByRole('button', { name: /^Produktionsledare/ }).click();
    await person.sees('Vägen dit', 'Så räknas det');
    await page.keyboard.press('Escape');
    await page.getByRole('article', { name }).getByRole('button', { name: 'Anmäl intresse' }).click();
    await person.sees('Det är frivilligt', 'Chefer får inte veta att du har anmält dig');
    await page.getByLabel('Några ord om varför').fill('Jag har lett skiftet när chefen var borta.');
    await page.getByRole('dialog').getByRole('button', { name: 'Anmäl intresse' }).click();
    await page.getByRole('status').getByText('Ditt intresse är anmält').waitFor();
    await person.ready();
    equal(await person.faults(), [], 'faults of access');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    await person.picture('reskilling-near-phone');
  });

  await story('HR looks at the candidates, asks for a suggestion, selects, and gathers a cohort with a mentor', 'hr', async (person, page) => {
    await person.go('/programmes');
    await page.getByRole('link', { name }).click();
    await page.getByRole('link', { name: 'Kandidater' }).click();
    await person.sees(accounts.employee.name, 'Varje gång du öppnar sidan ser de att du har tittat.');
    await page.getByRole('button', { name: 'Räkna fram ett förslag' }).click();
    await person.sees('Bevisat minst');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-board');
    await page.getByRole('table', { name: 'Förslag' }).getByRole('button', { name: 'Välj ut' }).click();
    await page.getByRole('status').getByText(`${accounts.employee.name} är utvald`).waitFor();
    await page.getByRole('link', { name: 'Grupper' }).click();
    await page.getByRole('button', { name: 'Ny grupp' }).click();
    await page.getByLabel('Gruppens namn').fill('Våren');
    await page.getByRole('combobox', { name: 'Mentor' }).fill('Amra');
    await page.getByRole('option', { name: /Amra Begić/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('button', { name: 'Börjar lära sig' }).click();
    await page.getByText('Väntar på mentorn').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-cohort');
  });

  await story('the mentor checks off what is done', 'learning', async (person, page) => {
    await person.go('/me/roles');
    const card = page.getByRole('article', { name: accounts.employee.name });
    const boxes = card.getByRole('checkbox');
    await boxes.first().waitFor();
    for (let i = 0; i < (await boxes.count()); i++) {
      await boxes.nth(i).click();
      await card.getByText(/^klart /).nth(i).waitFor();
    }
    await person.picture('reskilling-mentor');
  });

  const go = (word, then) => async (person, page) => {
    const { id } = (await hr.get('/programmes')).items.find((one) => one.name === name);
    await person.go(`/programmes/${id}/cohorts`);
    await page.getByRole('button', { name: word }).click();
    await page.getByText(then).first().waitFor();
  };
  await story('HR lets the trial begin', 'hr', go('Börjar prova', 'Väntar på chefens godkännande'));
  await story('the manager of the unit says that the trial is passed', 'manager', async (person, page) => {
    await person.go('/me/roles');
    const card = page.getByRole('article', { name: accounts.employee.name });
    await card.getByRole('button', { name: 'Klarar rollen' }).click();
    await card.getByText('Godkänd', { exact: true }).waitFor();
  });
  await story('HR places the person', 'hr', go('Är placerad', 'sedan'));

  await story('the person sees the new role, and who has looked', 'employee', async (person, page) => {
    await person.go('/me/roles');
    await page.getByText(/^Rollen är din sedan/).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-placed');
    await person.go('/me/readers');
    await person.sees('omskolning, genom ditt intresse');
  });

  await test('interest taken back is gone at once; a placement is followed and can no longer be left', async () => {
    const { items } = await employee.get('/reskilling/programmes');
    const mine = items.find((one) => one.name === name);
    must(mine.interest, 'the own interest stands');
    const { members } = await hr.get(`/programmes/${mine.id}/cohorts`);
    equal([members[0].stage, members[0].follow_up.length], ['placed', 3], 'placed');
    equal((await hr.ask('PUT', `/reskilling/members/${members[0].id}/stage`, { body: { stage: 'left', reason: 'stopped' } })).json.code, 'member.stage_order', 'leaving');
    equal((await employee.ask('DELETE', `/reskilling/programmes/${mine.id}/interest`)).status, 200, 'taking back');
    equal((await hr.get(`/programmes/${mine.id}/cohorts`)).members.length, 0, 'seen after that');
    const { reskilling: stored } = await employee.get(`/people/${employee.session.person}/everything`);
    equal([stored[0].programme, stored[0].stage, !!stored[0].ended], [name, 'placed', true], 'everything stored');
  });

  await browser.close();
  await server.stop();
  return answers;
}
