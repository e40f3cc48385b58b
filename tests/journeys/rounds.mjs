// Suite: rounds. HR starts one, an employee answers on a phone, the manager rates the team from the keyboard, HR follows
// it, closes it and sees what has moved since the one before.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test, until } from './support/tell.mjs';

export async function rounds() {
  heading('Inventory rounds');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const as = async (persona) => {
    const client = new Client(server, answers);
    await client.signIn(accounts[persona].email, accounts[persona].password);
    return client;
  };
  const hr = await as('hr');
  const manager = await as('manager');
  const employee = await as('employee');
  const team = await manager.get('/team');
  const home = (await hr.all('/people')).find((one) => one.id === employee.session.person);
  const unit = (await hr.get('/units')).items.find((one) => one.id === home.unit);
  const today = team.day;

  // The round of the year before: the manager rated everybody 2 in everything.
  const body = { name: 'Förra året', units: [unit.id], roles: [], skills_from: 'profile', skills: [], voices: ['self', 'manager'], opens: today, closes: '2099-12-31' };
  const earlier = await hr.post('/rounds', body);
  await hr.post(`/rounds/${earlier.id}/opening`);
  const rate = async (round, level, left = () => false) => {
    const grid = await manager.get(`/rounds/${round}/team`);
    for (const [row, person] of grid.people.entries())
      for (const [column, cell] of person.cells.entries())
        if (cell && !left(row, column)) await manager.want('PUT', `/rounds/cases/${person.case}/answers/${grid.skills[column].id}`, { body: { kind: 'level', level: level(row, person.person) } });
    return grid;
  };
  await rate(earlier.id, () => 2);
  await hr.post(`/rounds/${earlier.id}/closing`);

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const looks = async (person, name) => {
    equal(await person.faults(), [], `faults of ${name}`);
    must((await person.overflow()) <= 0, `${name} is wider than the screen`);
    await person.picture(`rounds-${name}`);
  };

  let id;
  await story('HR drafts a round, is told what is wrong with it and whom it would ask, and opens it', 'hr', async (person) => {
    const { page } = person;
    await person.menu('Kartläggningar');
    await person.heading('Vem har sagt vad de kan?').waitFor();
    await person.button('Ny kartläggning').click();
    const side = page.getByRole('dialog');
    await side.getByLabel('Namn').fill('Hösten 2026');
    await side.getByPlaceholder('Alla enheter').fill(unit.name);
    await page.getByRole('option', { name: unit.name, exact: false }).first().click();
    await side.getByLabel('Öppnar').fill('2099-01-02');
    await side.getByLabel('Sista svarsdag').fill('2099-01-01');
    await side.getByRole('button', { name: 'Spara utkastet' }).click();
    await side.getByText('Sista svarsdagen ligger före öppningen').first().waitFor();
    await side.getByLabel('Öppnar').fill(today);
    await looks(person, 'editor');
    await side.getByRole('button', { name: 'Spara utkastet' }).click();
    await person.heading('Hösten 2026').waitFor();
    await person.sees(/personer får frågor/, 'Det rollen kräver');
    await looks(person, 'draft');
    id = Number(new URL(page.url()).pathname.split('/').at(-1));
    await person.button('Öppna nu').click();
    await person.sees('Så långt har enheterna kommit', 'Stäng nu');
  });

  await test('a second tab that opens the same round is told that it is open already', async () => {
    const reply = await hr.ask('POST', `/rounds/${id}/opening`);
    equal([reply.status, reply.json.code], [409, 'round.not_draft'], 'the second opening');
  });

  await story('the employee finds the round on the start page and answers on a phone', 'employee', async (person) => {
    const { page } = person;
    await person.width('phone');
    await person.link(/frågor i kartläggningen väntar på dina svar/).click();
    await person.heading('Vad väntar på mina svar?').waitFor();
    await looks(person, 'mine-phone');
    await person.link('Börja: Hösten 2026, om mig').click();
    await person.heading('Vad kan du i dag?').waitFor();
    await looks(person, 'form-phone');
    const [first] = (await employee.get('/rounds/mine')).cases;
    const saved = () => employee.get(`/rounds/cases/${first.case}`);
    await page.getByRole('radio').nth(3).click();
    await person.sees(/^Sparat: .*nivå 3/);
    equal((await saved()).skills[0].answer, { kind: 'level', level: 3 }, 'the first answer');
    // Taken back, and given again.
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByRole('radio', { checked: true }).waitFor({ state: 'detached' });
    await person.sees(/^Svaret om .* är borttaget/);
    equal((await saved()).answered, 0, 'after undo');
    await page.getByRole('radio').nth(4).click();
    await person.button('Nästa').click();
    await person.sees('Fråga 2 av');
    await person.button('Vet inte').click();
    await person.sees(/vet inte$/);
    await person.button('Nästa').click();
    await person.button('Inte aktuellt').click();
    await person.sees(/^Sparat: .*inte aktuellt/);
    equal((await saved()).skills.slice(0, 3).map(({ answer }) => answer), [{ kind: 'level', level: 4 }, { kind: 'unknown', level: null }, { kind: 'irrelevant', level: null }], 'three answers');
    // Where one left off is where one comes back.
    await page.reload();
    await person.sees('Fråga 4 av', /3 av \d+ besvarade/);
  });

  await test('a form is nobody else’s, whoever asks', async () => {
    const [own] = (await employee.get('/rounds/mine')).cases;
    for (const client of [manager, hr]) equal((await client.ask('GET', `/rounds/cases/${own.case}`)).json.code, 'round.case_not_found', 'the form of another');
  });

  await story('the manager rates from the keyboard, sees the self-rating only afterwards, and undoes', 'manager', async (person) => {
    const { page } = person;
    await person.link(/medarbetare väntar på din bedömning i kartläggningen/).click();
    await person.link('Börja: Hösten 2026, om mitt team').click();
    await person.heading('Vad kan var och en i teamet?').waitFor();
    const grid = await manager.get(`/rounds/${id}/team`);
    const own = await employee.get(`/rounds/cases/${(await employee.get('/rounds/mine')).cases[0].case}`);
    const row = grid.people.findIndex((one) => one.person === home.id);
    const column = grid.skills.findIndex((one) => one.id === own.skills[0].skill.id);
    const cell = (r, c) => page.locator(`[data-place="${r}.${c}"]`);
    must(!(await page.getByRole('grid').innerText()).includes('själv 4'), 'the self-rating shows before the manager has answered');
    await cell(0, 0).focus();
    for (let i = 0; i < row; i += 1) await page.keyboard.press('ArrowDown');
    for (let i = 0; i < column; i += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('1');
    await cell(row, column).getByText('själv 4').waitFor();
    await person.sees('ni ser olika på det: prata om det');
    await looks(person, 'grid');
    await page.keyboard.press('x');
    await person.sees('Allt är sparat');
    const stored = async () => (await manager.get(`/rounds/${id}/team`)).people[row].cells[column].answer;
    equal(await stored(), { kind: 'irrelevant', level: null }, 'x');
    await page.keyboard.press('Control+z');
    await cell(row, column).getByText('1', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await person.sees('Ångrat');
    await page.waitForFunction(([r, c]) => !document.querySelector(`[data-place="${r}.${c}"]`)?.dataset.given, [row, column]);
    await page.keyboard.press('?');
    await person.sees('Allt är sparat');
    await page.waitForFunction(([r, c]) => document.querySelector(`[data-place="${r}.${c}"]`)?.textContent.startsWith('?'), [row, column]);
    await page.keyboard.press('9');
    await person.sees('Skalan går från');
    await person.width('phone');
    await looks(person, 'grid-phone');
  });

  await test('the manager finishes the others', async () => {
    const grid = await rate(id, (row, person) => (person !== home.id && row % 2 ? 3 : 2));
    must(grid.people.length >= 5, `a team of ${grid.people.length} is too small to be compared`);
  });

  await story('HR says why, and goes through the answers where employee and manager are far apart', 'hr', async (person) => {
    const { page } = person;
    await person.go(`/rounds/${id}`);
    await person.link('Prata om skillnaderna').click();
    await person.sees('Varför behöver du se nivåerna?');
    await page.getByLabel('Skäl').fill('Kalibreringsmöte');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await person.sees(home.name, '2 nivåer isär', 'Säger själv', 'Säger chefen');
    await looks(person, 'calibration');
    await person.width('phone');
    await looks(person, 'calibration-phone');
  });

  await test('the employee sees who looked, and why', async () => {
    const { reads } = await employee.get(`/people/${home.id}/everything`);
    equal([reads[0].who, reads[0].reason], [accounts.hr.name, 'Kalibreringsmöte'], 'the newest entry');
  });

  await story('HR follows the round, closes it and sees what has moved', 'hr', async (person) => {
    const { page } = person;
    await person.go(`/rounds/${id}`);
    await person.sees('Närmaste chefen', unit.name);
    await looks(person, 'progress');
    await person.button('Stäng nu').click();
    await person.button('Ja, stäng för alla').click();
    await person.heading('Hösten 2026').waitFor();
    await page.getByRole('heading', { name: 'Vad har rört sig?' }).waitFor();
    await until('the round it is compared with', async () => (await page.getByRole('combobox', { name: 'Jämfört med' }).inputValue()).startsWith('Förra året'));
    await person.sees('för få', /^\+0,/);
    await looks(person, 'comparison');
    const csv = await person.download(() => person.link('CSV').click());
    must(/Enhet;Kompetens;Personer \(själv\)/.test(csv.bytes.toString()), csv.bytes.toString().slice(0, 200));
    await person.width('phone');
    await looks(person, 'comparison-phone');
  });

  await test('after closing nobody answers, and what was answered is still there', async () => {
    equal((await employee.get('/rounds/mine')).cases.filter((one) => one.round === id), [], 'what waits');
    const mine = await employee.get(`/people/${home.id}/everything`);
    const said = mine.rounds.filter((one) => one.round === 'Hösten 2026' && one.voice === 'self');
    equal(said.map((one) => one.kind).sort(), ['irrelevant', 'level', 'unknown'], 'my data');
  });

  for (const [language, dark] of [['sv', true], ['en', false]])
    await story(`the rounds look right in ${language}, ${dark ? 'dark' : 'light'}`, 'hr', async (person) => {
      await person.speak(language);
      for (const [name, path] of [['list', '/rounds'], ['closed', `/rounds/${id}`]]) {
        await person.go(path);
        await looks(person, `${name}-${language}`);
      }
      await person.go('/rounds/987654321');
      await person.sees(language === 'sv' ? 'Kartläggningen finns inte, eller så får du inte se den.' : 'There is no such round, or you may not see it.');
      await person.speak('sv');
    }, { dark, language });

  await browser.close();
  await server.stop();
  return answers;
}
