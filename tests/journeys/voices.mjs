// Suite: voices. A round in which colleagues and an assessor from outside answer too: the employee proposes, the manager
// confirms, a colleague answers on a phone, the assessor comes by the link and sees nothing else; the employee finds what
// both said, with their names.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { becomes, equal, heading, must, test } from './support/tell.mjs';

const secret = 'en mening som bara vi kan';

export async function voices() {
  heading('Colleagues and assessors from outside');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const as = async (persona) => {
    const client = new Client(server, answers);
    await client.signIn(accounts[persona].email, accounts[persona].password);
    return client;
  };
  const [hr, manager, employee, administrator] = await Promise.all(['hr', 'manager', 'employee', 'administrator'].map(as));
  const team = await manager.get('/team');
  const home = (await hr.all('/people')).find((one) => one.id === employee.session.person);
  const unit = (await hr.get('/units')).items.find((one) => one.id === home.unit);
  // A colleague who shares the manager, with an account.
  const colleague = team.people.find((one) => one.id !== home.id);
  const other = team.people.find((one) => one.id !== home.id && one.id !== colleague.id);
  accounts.colleague = { email: 'kollega@lindvaken.example', password: secret, name: colleague.name };
  const peer = await invited(administrator, { email: accounts.colleague.email, name: colleague.name, person: colleague.id }, secret);

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const looks = async (person, name) => {
    await person.picture(`voices-${name}`);
    equal(await person.faults(), [], `faults of ${name}`);
    must((await person.overflow()) <= 0, `${name} is wider than the screen`);
  };

  let id;
  await story('HR drafts a round in which colleagues answer, and opens it', 'hr', async (person) => {
    const { page } = person;
    await person.go('/rounds');
    await person.button('Ny kartläggning').first().click();
    const side = page.getByRole('dialog');
    await side.getByLabel('Namn').fill('Våren');
    await side.getByPlaceholder('Alla enheter').fill(unit.name);
    await page.getByRole('option', { name: unit.name, exact: false }).first().click();
    await side.getByLabel('Namn').click();
    await side.getByRole('checkbox', { name: 'Kollegor' }).click();
    await side.getByText('2', { exact: true }).click();
    await looks(person, 'editor');
    await side.getByRole('button', { name: 'Spara utkastet' }).click();
    await person.heading('Våren').waitFor();
    await person.sees('Kollegor (högst 2 per person)');
    id = Number(new URL(page.url()).pathname.split('/').at(-1));
    await person.button('Öppna nu').click();
    await person.sees('Så långt har enheterna kommit');
  });

  let invitation;
  await story('HR invites an assessor from outside: some of what is wrong is said, then there is a link', 'hr', async (person) => {
    const { page } = person;
    await person.go(`/rounds/${id}`);
    await person.button('Bjud in en bedömare').click();
    const side = page.getByRole('dialog');
    await side.getByLabel('Namn').fill('Eva Ek');
    await side.getByLabel('Arbetar för').fill('Nordkontroll');
    await side.getByLabel('E-post').fill(accounts.manager.email);
    await side.getByRole('combobox', { name: 'Personer' }).fill(home.name.split(' ')[0]);
    await page.getByRole('option', { name: home.name, exact: false }).click();
    await side.getByLabel('Namn').click();
    await side.getByRole('button', { name: 'Skapa kontot' }).click();
    await side.getByText('Det finns redan ett konto med den e-postadressen').first().waitFor();
    await looks(person, 'invite');
    await side.getByLabel('E-post').fill('eva@nordkontroll.example');
    await side.getByRole('button', { name: 'Skapa kontot' }).click();
    const link = side.getByLabel('Inbjudan är klar');
    await link.waitFor();
    invitation = new URL(await link.inputValue()).pathname;
    await looks(person, 'invited');
    await page.keyboard.press('Escape');
    await person.sees('Eva Ek', 'inbjuden', /0 av 1 klara/);
    await looks(person, 'round');
  });

  await story('the employee proposes colleagues, changes the mind and proposes again', 'employee', async (person) => {
    const { page } = person;
    await person.width('phone');
    await person.link(/Föreslå kollegor som kan bedöma dig/).click();
    await person.link('Välj kollegor: Våren').click();
    await person.heading('Vilka kollegor svarar?').waitFor();
    const propose = async (name) => {
      await page.getByRole('combobox', { name: 'Kollega som kan svara om mig' }).fill(name);
      await page.getByRole('option', { name, exact: false }).first().click();
      await person.sees(`${name} är föreslagen`);
      await page.getByRole('listbox').waitFor({ state: 'hidden' });
    };
    await propose(other.name);
    await person.button(`Ta tillbaka: ${other.name}`).click();
    await person.sees('Ingen är föreslagen än.');
    await propose(colleague.name);
    await looks(person, 'choose-phone');
  });

  await story('the manager confirms, and the colleague is asked', 'manager', async (person) => {
    const { page } = person;
    await person.link(/förslag på kollega väntar/).click();
    await person.link('Välj kollegor: Våren').click();
    await person.button(`Bekräfta: ${colleague.name}, ${home.name}`).click();
    await person.sees(`${colleague.name} får frågorna`);
    await person.button(`Välj kollega: ${other.name}`).click();
    await page.getByRole('option', { name: colleague.name, exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await looks(person, 'confirm');
    equal((await peer.get('/rounds/mine')).cases.filter((one) => one.voice === 'peer').map((one) => one.person), [home.name], 'what waits for the colleague');
  });

  await story('the colleague answers on a phone, without seeing what anybody has said', 'colleague', async (person) => {
    const { page } = person;
    await person.width('phone');
    await person.link(/En person väntar på din bedömning/).click();
    await person.ready();
    await looks(person, 'mine-phone');
    await person.link(`Börja: Våren, om ${home.name.toLowerCase()}`).click();
    await person.heading(`Vad har du sett att ${home.name} kan?`).waitFor();
    await person.sees('Du ser inte vad andra har svarat.', 'Jag avstår');
    must(!(await page.getByRole('main').innerText()).includes('Senast svarade'), 'the form tells what was said before');
    await looks(person, 'form-phone');
    await page.getByRole('radio').nth(3).click();
    await person.sees(/^Sparat: .*nivå 3/);
    await person.button('Jag avstår').waitFor({ state: 'detached' });
    await person.button('Nästa').click();
    await person.button('Vet inte').click();
    await person.sees(/vet inte$/);
  });

  const eva = { email: 'eva@nordkontroll.example', password: secret };
  await story('the assessor follows the link, chooses a password, answers, and sees nothing else', null, async (person) => {
    const { page } = person;
    await person.go(invitation);
    for (const field of await page.locator('input[type=password]').all()) await field.fill(secret);
    await page.locator('form button[type=submit]').click();
    await person.heading('Vad väntar på mina svar?').waitFor();
    await person.ready();
    await becomes(() => page.getByRole('navigation').getByRole('link').allInnerTexts(), ['Mina svar'], 'the navigation');
    equal(await person.button(/Sök/).count(), 0, 'buttons that search');
    await looks(person, 'assessor-mine');
    await person.link(`Börja: Våren, om ${home.name.toLowerCase()}`).click();
    await person.heading(`Vad har du sett att ${home.name} kan?`).waitFor();
    equal(await person.button('Jag avstår').count(), 0, 'declining is for colleagues');
    await page.getByRole('radio').nth(4).click();
    await person.sees(/^Sparat: .*nivå 4/);
    await looks(person, 'assessor-form');
    for (const path of ['/people', '/skills', '/gap', `/people/${home.id}`, '/rounds', '/units', '/me']) {
      await page.goto(server.url + path);
      await person.ready();
      await person.sees('Sidan finns inte');
    }
    await person.go('/people');
    await looks(person, 'assessor-elsewhere');
  });

  await test('every list is closed to the assessor, and another’s form does not exist', async () => {
    const client = new Client(server, answers);
    await client.signIn(eva.email, eva.password);
    for (const path of ['/people', '/skills', '/units', '/roles', '/search?q=a', '/insights/map', `/people/${home.id}/skills`, '/rounds', '/team']) equal((await client.ask('GET', path)).status, 403, path);
    const [own] = (await employee.get('/rounds/mine')).cases;
    equal((await client.ask('GET', `/rounds/cases/${own.case}`)).json.code, 'round.case_not_found', "the employee's form");
  });

  await test('the employee finds both statements with their names, and that the assessor looked', async () => {
    const mine = await employee.get(`/people/${home.id}/everything`);
    const today = mine.assessments.filter((one) => !one.end && ['peer', 'expert'].includes(one.source) && [colleague.name, 'Eva Ek, Nordkontroll'].includes(one.assessor_name) && one.day === team.day);
    equal(today.map((one) => [one.source, one.level, one.assessor_name]).sort(), [['expert', 4, 'Eva Ek, Nordkontroll'], ['peer', 3, colleague.name]], 'the statements');
    equal(mine.rounds.map((one) => [one.voice, one.kind, one.by]).sort(), [['assessor', 'level', 'Eva Ek'], ['peer', 'level', colleague.name], ['peer', 'unknown', colleague.name]], 'the answers');
    must(mine.reads.some((one) => one.who === 'Eva Ek' && one.what === 'round'), 'the assessor’s reading is not told');
  });

  await story('the employee sees them on the profile and among what is stored', 'employee', async (person) => {
    const { page } = person;
    const skill = (await employee.get(`/people/${home.id}/everything`)).assessments.find((one) => one.assessor_name === 'Eva Ek, Nordkontroll').skill;
    await person.go(`/me?skill=${skill}`);
    await person.sees('Eva Ek, Nordkontroll', new RegExp(colleague.name));
    await looks(person, 'profile');
    await person.go('/me/data');
    await person.sees('Eva Ek', 'Kollegor i kartläggningar');
    await looks(person, 'data');
    await person.go('/me/readers');
    await person.sees('Eva Ek', 'namn och frågor i en kartläggning');
    await page.getByRole('main').waitFor();
  });

  await story('HR sees how far each has come, ends the account, and the link no longer helps', 'hr', async (person) => {
    const { page } = person;
    await person.go(`/rounds/${id}`);
    await person.sees('aktiv', 'Utomstående bedömare');
    await person.button('Sköt Eva Ek').click();
    const side = page.getByRole('dialog');
    await side.getByText(/1 av \d+ svar/).waitFor();
    await looks(person, 'manage');
    await side.getByRole('button', { name: 'Avsluta nu' }).click();
    await side.getByText('har gått ut').waitFor();
    const client = new Client(server, answers);
    equal((await client.ask('POST', '/session', { body: eva })).json.code, 'session.wrong', 'signing in afterwards');
  });

  await story('administrators see the account, until when it opens anything, and cannot give it other roles', 'administrator', async (person) => {
    const { page } = person;
    await person.go('/admin/accounts');
    await page.getByRole('textbox', { name: 'Sök namn eller e-post' }).fill('nordkontroll');
    await page.getByText(accounts.hr.email).waitFor({ state: 'detached' });
    await person.sees('Eva Ek', 'Utomstående bedömare', /^till och med/);
    await person.button('Ändra: Eva Ek').click();
    await page.getByRole('menuitem', { name: 'Stäng kontot' }).waitFor();
    equal(await page.getByRole('menuitem', { name: 'Ändra roller' }).count(), 0, 'roles to change');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await looks(person, 'accounts');
  });

  for (const [language, dark] of [['sv', true], ['en', false]])
    await story(`HR's side looks right in ${language}, ${dark ? 'dark' : 'light'}, on a phone too`, 'hr', async (person) => {
      await person.speak(language);
      await person.go(`/rounds/${id}`);
      await looks(person, `round-${language}`);
      await person.width('phone');
      await looks(person, `round-phone-${language}`);
      await person.button(language === 'sv' ? 'Bjud in en bedömare' : 'Invite an assessor').click();
      await person.page.getByRole('dialog').getByRole('button', { name: language === 'sv' ? 'Skapa kontot' : 'Make the account' }).waitFor();
      await person.settle();
      await looks(person, `invite-phone-${language}`);
      await person.speak('sv');
    }, { dark, language });

  for (const [language, dark] of [['sv', true], ['en', false]])
    await story(`the choice and the round look right in ${language}, ${dark ? 'dark' : 'light'}`, 'manager', async (person) => {
      await person.speak(language);
      await person.go(`/rounds/${id}/peers`);
      await looks(person, `choose-${language}`);
      await person.go('/rounds/987654321/peers');
      await person.sees(language === 'sv' ? 'Kartläggningen finns inte, eller så får du inte se den.' : 'There is no such round, or you may not see it.');
      await person.speak('sv');
    }, { dark, language });

  await browser.close();
  await server.stop();
  return answers;
}
