// Suite: reskilling: from interest over candidates, a suggestion and a cohort to a placement, with the check of mentor and
// manager; what has been in the demonstration company; and what nobody is told of few. Through the API and in a browser.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { becomes, equal, heading, must, test } from './support/tell.mjs';

const name = 'Från lager till support, andra omgången';

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
  const [hr, executive, manager] = [await as('hr'), await as('executive'), await as('manager')];
  const { items: ran } = await hr.get('/programmes');
  const [open, finance, warehouse] = [ran.find((one) => one.state === 'open'), ran.find((one) => one.name.includes('ekonomi')), ran.find((one) => one.name.includes('lager'))];

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

  // The warehouse again: nineteen ask, eight are chosen, six finish, five are placed as support technicians.
  const { items: units } = await hr.get('/units');
  const unit = (called) => units.find((one) => one.name === called);
  const here = (called) => hr.all('/people', { unit: unit(called).id });
  const workers = (await here('Lager')).filter((one) => one.title === 'Lagerarbetare').slice(0, 19);
  const receiving = await here('Digital & IT');
  const technician = receiving.find((one) => one.title === 'Supporttekniker');
  const chief = receiving.find((one) => one.id === technician.manager);
  const administrator = await as('administrator');
  const secret = 'en mening som bara vi kan';
  const enters = async (key, person) => {
    accounts[key] = { email: `${key}@lindvaken.example`, password: secret, name: person.name };
    return invited(administrator, { email: accounts[key].email, name: person.name, person: person.id, roles: [] }, secret);
  };
  const [asking, mentor, receiver] = [await Promise.all(workers.map((one, n) => enters(`lager${n}`, one))), await enters('mentor', technician), await enters('mottagare', chief)];
  const [me] = asking;
  const myName = workers[0].name;
  const role = (await hr.get('/roles')).items.find((one) => one.key === 'support_technician');
  const { profile } = await hr.get(`/roles/${role.id}`);
  const holders = async () => (await hr.get('/roles')).items.find((one) => one.id === role.id).holders;
  const programme = async (by = hr) => (await by.get('/programmes')).items.find((one) => one.name === name);
  const members = async () => (await hr.get(`/programmes/${(await programme()).id}/cohorts`)).members;

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('HR writes a programme, is refused field by field, corrects it and opens it for interest', 'hr', async (person, page) => {
    await person.menu('Omskolning');
    await page.getByRole('link', { name: 'Nytt program' }).click();
    await page.getByRole('button', { name: 'Spara programmet' }).click();
    await person.sees('Ge programmet ett namn.', 'Ange minst en roll som programmet leder till.', 'Välj den enhet där de som ställer om ska arbeta efteråt.');
    await page.getByLabel('Namn').fill(name);
    await page.getByRole('combobox', { name: 'Lägg till roll' }).fill('Supporttekniker');
    await page.getByRole('option', { name: 'Supporttekniker' }).click();
    await page.getByLabel('Platser').fill('8');
    await page.getByRole('combobox', { name: 'Enhet där de ska arbeta' }).fill('Digital & IT');
    await page.getByRole('option', { name: 'Digital & IT' }).first().click();
    await page.getByLabel('På plats i rollen').fill('2099-09-01');
    await page.getByLabel('Rekrytering, kr per person').fill('120000');
    await page.getByLabel('Månadslön, kr').fill('36000');
    await page.getByLabel('Inskolning, veckor').fill('20');
    await page.getByLabel('En timme borta från arbetet, kr').fill('420');
    await page.getByRole('button', { name: 'Spara programmet' }).click();
    await page.getByRole('button', { name: 'Öppna för intresse' }).click();
    await page.getByRole('status').getByText('Programmet är nu: öppet för intresse').waitFor();
    equal(await person.faults(), [], 'faults of access');
  });

  await test('those who are curious say themselves what they can of it, and ask: all but one, who does it on the phone', async () => {
    const { id } = await programme();
    const day = new Date().toISOString().slice(0, 10);
    for (const [n, worker] of asking.entries()) {
      for (const [at, need] of profile.requirements.entries())
        await worker.post('/assessments', { person: worker.session.person, skill: need.skill, level: Math.min(need.level, (n + at) % 3), source: 'self', day, note: '' });
      if (n > 0) await worker.want('PUT', `/reskilling/programmes/${id}/interest`, { body: { edition: 1, roles: [role.id], words: 'Jag vill lösa problem åt andra.' } });
    }
  });

  await story('a warehouse worker sees on the phone what is near and what it takes, and expresses interest', 'lager0', async (person, page) => {
    await person.width('phone');
    await person.go('/me/roles');
    await page.getByRole('button', { name: /^Supporttekniker/ }).click();
    await person.sees('Vägen dit', 'Så räknas det');
    await page.keyboard.press('Escape');
    await page.getByRole('article', { name }).getByRole('button', { name: 'Anmäl intresse' }).click();
    await person.sees('Det är frivilligt', 'Chefer får inte veta att du har anmält dig');
    await page.getByLabel('Några ord om varför').fill('Jag hjälper redan de andra när handdatorn krånglar.');
    await page.getByRole('dialog').getByRole('button', { name: 'Anmäl intresse' }).click();
    await page.getByRole('status').getByText('Ditt intresse är anmält').waitFor();
    await person.ready();
    equal(await person.faults(), [], 'faults of access');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    await person.picture('reskilling-near-phone');
  });

  await story('HR looks at nineteen candidates, asks for a suggestion, selects eight of it, and gathers a cohort with a mentor', 'hr', async (person, page) => {
    await person.go('/programmes');
    await page.getByRole('link', { name }).click();
    await page.getByRole('link', { name: 'Kandidater' }).click();
    await person.sees(myName, 'Varje gång du öppnar sidan ser de att du har tittat.');
    // Whoever is locked to a place has it, whatever it takes; the seven others are those whom it takes least.
    await page.getByRole('button', { name: 'Räkna fram ett förslag' }).click();
    await person.sees('Bevisat minst', '11 personer får ingen plats');
    const suggested = page.getByRole('table', { name: 'Förslag' });
    await suggested.getByRole('button', { name: `Lås för ${myName}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Lås till Supporttekniker' }).click();
    await suggested.getByRole('row', { name: myName }).getByText('Supporttekniker').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-board');
    const choose = suggested.getByRole('button', { name: 'Välj ut' });
    for (let left = 8; left > 0; left--) {
      await becomes(() => choose.count(), left, 'suggested and not yet selected');
      await choose.first().click();
      await choose.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.getByRole('link', { name: 'Grupper' }).click();
    await page.getByRole('button', { name: 'Ny grupp' }).click();
    await page.getByLabel('Gruppens namn').fill('Support 2');
    await page.getByRole('combobox', { name: 'Mentor' }).fill(technician.name);
    await page.getByRole('option', { name: technician.name }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    const begins = page.getByRole('button', { name: 'Börjar lära sig' });
    for (let left = 8; left > 0; left--) {
      await begins.nth(left - 1).waitFor();
      await begins.first().click();
      await begins.nth(left - 1).waitFor({ state: 'detached' });
    }
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-cohort');
  });

  await story('two stop, with a reason, and are no longer seen', 'hr', async (person, page) => {
    await person.go(`/programmes/${(await programme()).id}/cohorts`);
    const names = (await members()).map((one) => one.name).filter((one) => one !== myName);
    for (const one of names.slice(0, 2)) {
      await page.getByRole('article', { name: one, exact: true }).getByRole('button', { name: 'Lämnar' }).click();
      await page.getByRole('combobox', { name: 'Varför' }).click();
      await page.getByRole('option', { name: 'avbröt' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Lämnar' }).click();
      await page.getByRole('article', { name: one, exact: true }).waitFor({ state: 'detached' });
    }
    equal((await members()).length, 6, 'of the cohort');
  });

  await story('the mentor checks off what is done, one in the browser and five as a program', 'mentor', async (person, page) => {
    await person.go('/me/roles');
    const card = page.getByRole('article', { name: myName, exact: true });
    const boxes = card.getByRole('checkbox');
    await boxes.first().waitFor();
    for (let i = 0; i < (await boxes.count()); i++) {
      await boxes.nth(i).click();
      await card.getByText(/^klart /).nth(i).waitFor();
    }
    await person.picture('reskilling-mentor');
    const { mentored } = await mentor.get('/reskilling/mine');
    for (const step of mentored.flatMap((one) => one.steps).filter((one) => !one.done)) await mentor.want('PUT', `/reskilling/steps/${step.id}`, { body: { done: true } });
  });

  const all = (word, then, many) => async (person, page) => {
    await person.go(`/programmes/${(await programme()).id}/cohorts`);
    const go = page.getByRole('button', { name: word });
    for (let left = many; left > 0; left--) {
      await go.nth(left - 1).waitFor();
      await go.first().click();
      await go.nth(left - 1).waitFor({ state: 'detached' });
    }
    await page.getByText(then).first().waitFor();
  };
  await story('HR lets the trial begin', 'hr', all('Börjar prova', 'Väntar på chefens godkännande', 6));

  await story('the manager of the unit says of five that the trial is passed; one finds another role', 'mottagare', async (person, page) => {
    await person.go('/me/roles');
    const card = page.getByRole('article', { name: myName, exact: true });
    await card.getByRole('button', { name: 'Klarar rollen' }).click();
    await card.getByText('Godkänd', { exact: true }).waitFor();
    await person.picture('reskilling-trial');
    const { trials } = await receiver.get('/reskilling/mine');
    const others = trials.filter((one) => one.name !== myName);
    for (const one of others.slice(0, 4)) await receiver.want('PUT', `/reskilling/trials/${one.id}`, { body: { passed: true } });
    await hr.want('PUT', `/reskilling/members/${others[4].id}/stage`, { body: { stage: 'left', reason: 'other_role' } });
  });

  await story('HR places five and gives them the role, which the organisation then has five more in', 'hr', async (person, page) => {
    const before = await holders();
    await all('Är placerad', 'har inte rollen än', 5)(person, page);
    await person.picture('reskilling-placing');
    await all('Ge rollen', 'sedan', 5)(person, page);
    equal(await holders(), before + 5, 'holders of the role');
    await page.getByRole('link', { name: 'Översikt' }).click();
    await person.sees('Från roll till roll', 'Omskolning mot rekrytering');
    await page.locator('[data-stage=placed]').getByText('5', { exact: true }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-programme');
    const { stages, flow, break_even } = (await programme()).sums;
    equal([stages.interested, stages.placed, stages.left], [19, 5, 3], 'nineteen, eight, six, five');
    equal(flow.map((one) => [one.from_name.sv, one.to_name.sv, one.placed]), [['Lagerarbetare', 'Supporttekniker', 5]], 'from role to role');
    must(break_even.reskilling > 0 && break_even.hiring > 0, 'what it cost beside hiring');
  });

  await story('the person sees the new role, and who has looked', 'lager0', async (person, page) => {
    await person.go('/me/roles');
    await page.getByText(/^Rollen är din sedan/).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('reskilling-placed');
    await person.go('/me/readers');
    await person.sees('omskolning, genom ditt intresse');
    const { items: held } = await me.get(`/people/${me.session.person}/roles`);
    equal(held.map((one) => [one.name.sv, !!one.to]), [['Supporttekniker', false], ['Lagerarbetare', true]], 'roles held');
  });

  await test('interest taken back is gone at once; a placement is followed and can no longer be left', async () => {
    const { items } = await me.get('/reskilling/programmes');
    const mine = items.find((one) => one.name === name);
    must(mine.interest, 'the own interest stands');
    const followed = (await members()).find((one) => one.name === myName);
    equal([followed.stage, followed.follow_up.length], ['placed', 3], 'placed');
    equal((await hr.ask('PUT', `/reskilling/members/${followed.id}/stage`, { body: { stage: 'left', reason: 'stopped' } })).json.code, 'member.stage_order', 'leaving');
    equal((await me.ask('DELETE', `/reskilling/programmes/${mine.id}/interest`)).status, 200, 'taking back');
    must(!(await members()).some((one) => one.name === myName), 'seen after that');
    const { reskilling: stored } = await me.get(`/people/${me.session.person}/everything`);
    equal([stored[0].programme, stored[0].stage, !!stored[0].ended], [name, 'placed', true], 'everything stored');
  });

  await browser.close();
  await server.stop();
  return answers;
}
