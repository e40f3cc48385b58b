// Suite: mail. An administrator sets e-mail up and tries it; a round tells people in the app and by e-mail in their own
// language; who is invited gets the link by e-mail and nowhere else; who opts out gets none; a server that is down, quiet or deaf holds nothing but the letters up.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, opened } from './support/client.mjs';
import { deafServer, MailServer } from './support/mail.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test, until } from './support/tell.mjs';

export async function mail() {
  heading('Notices and e-mail');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const smtp = await MailServer.start();
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const as = async (persona) => {
    const client = new Client(server, answers);
    await client.signIn(accounts[persona].email, accounts[persona].password);
    return client;
  };
  const administrator = await as('administrator');
  const hr = await as('hr');
  const manager = await as('manager');
  const employee = await as('employee');
  const today = (await manager.get('/team')).day;
  const home = (await hr.all('/people')).find((one) => one.id === employee.session.person);

  // Else whoever answers for the late step of the demonstration is written to as well.
  const strategy = (await hr.get('/strategies')).items[0];
  await hr.want('PUT', `/strategies/${strategy.id}/steps/learn`, { body: { done: true, note: 'Linje C är klar', link: '' } });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const looks = async (person, name) => {
    equal(await person.faults(), [], `faults of ${name}`);
    must((await person.overflow()) <= 0, `${name} is wider than the screen`);
    await person.picture(`mail-${name}`);
  };
  const change = async (wanted) => {
    const { settings } = await administrator.get('/mail');
    const { version, ...before } = settings;
    return administrator.want('PUT', '/mail', { headers: { 'If-Match': `"${version}"` }, body: { ...before, ...wanted } });
  };
  const open = async (name, more = {}) => {
    const { id } = await hr.post('/rounds', { name, units: [home.unit], roles: [], skills_from: 'profile', skills: [], voices: ['self', 'manager'], opens: today, closes: '2099-12-31', ...more });
    await hr.post(`/rounds/${id}/opening`);
    return id;
  };
  const sent = () => until('every letter to be sent', async () => (await administrator.get('/mail')).sums.waiting === 0);

  await story('the administrator is taught, sets e-mail up and sends a test to themself', 'administrator', async (person) => {
    const { page } = person;
    await person.menu('E-post');
    await person.sees('E-post är inte inställd');
    await looks(person, 'off');
    await page.getByLabel('Server', { exact: true }).fill('127.0.0.1');
    await page.getByText('Ingen', { exact: true }).click();
    await page.getByLabel('Port').fill(String(smtp.port));
    await page.getByLabel('Avsändare').fill('kunna');
    await page.getByLabel('Hela lördagar och söndagar').uncheck();
    await person.button('Spara').click();
    await person.sees('Skriv en e-postadress, till exempel anna@foretag.se.');
    await page.getByLabel('Avsändare').fill('kunna@lindvaken.example');
    await person.button('Spara').click();
    await person.sees('E-postinställningarna är sparade');
    await change({ quiet: { from: 0, to: 0, weekends: false } });
    await person.button('Skicka ett prov till mig').click();
    await person.sees('Servern tog emot provet');
    const [letter] = smtp.letters();
    equal(letter.to, [accounts.administrator.email], 'whom the test went to');
    must(letter.subject === 'Prov från Kunna' && letter.headers['Auto-Submitted'] === 'auto-generated', `the test: ${JSON.stringify(letter.headers)}`);
    must(letter.text.includes(`${server.url}/admin/mail`), letter.text);
  });

  let id;
  await test('a round that opens is told by e-mail, in the language of each, without a word about levels', async () => {
    await employee.want('PATCH', '/account', { body: { language: 'en' } });
    id = await open('Hösten 2026');
    await sent();
    const [own] = smtp.letters(accounts.employee.email);
    must(own, 'the employee got no letter');
    equal(own.subject, 'Skills round: Hösten 2026', 'the subject');
    must(/You have \d+ questions to answer, by 31 December 2099\./.test(own.text) && own.text.includes(`${server.url}/rounds/mine`), own.text);
    equal(own.headers['List-Unsubscribe'], `<${server.url}/account>`, 'the way out');
    must(/^<[\w-]{24}@lindvaken\.example>$/.test(own.headers['Message-ID']) && own.headers['Mime-Version'] === '1.0' && Date.parse(own.headers.Date) > 0, JSON.stringify(own.headers));
    const letters = smtp.letters(accounts.manager.email);
    equal(letters.length, 1, 'letters to the manager');
    must(/\d+ medarbetare väntar på din bedömning/.test(letters[0].text), letters[0].text);
    await employee.want('PATCH', '/account', { body: { language: 'sv' } });
  });

  const linkIn = (letter) => {
    const [, path] = letter.text.match(new RegExp(`${server.url}(/invitation/[\\w-]{43})`)) ?? must(false, letter.text);
    return path;
  };
  await story('the administrator invites somebody: the letter has the link, the screen has not', 'administrator', async (person) => {
    const { page } = person;
    await person.go('/admin/accounts');
    await person.button('Bjud in').click();
    const side = page.getByRole('dialog');
    await side.getByLabel('E-post').fill('nils.ny@lindvaken.example');
    await side.getByLabel('Namn').fill('Nils Ny');
    await side.getByRole('button', { name: 'Bjud in' }).click();
    await side.getByText('Inbjudan mejlas till nils.ny@lindvaken.example').waitFor();
    must(!(await page.content()).includes('/invitation/'), 'the link is on the screen too');
    await looks(person, 'invited');
    await person.width('phone');
    await looks(person, 'invited-phone');
    await sent();
    const [letter] = smtp.letters('nils.ny@lindvaken.example');
    equal(letter.subject, 'Välkommen till Kunna', 'the subject');
    const first = linkIn(letter);
    await side.getByRole('button', { name: 'Visa en länk i stället' }).click();
    const shown = new URL(await side.getByLabel('Inbjudan är klar').inputValue()).pathname;
    const guest = await browser.person();
    await guest.go(first);
    for (const field of await guest.page.locator('input[type=password]').all()) await field.fill('en mening som bara vi kan');
    await guest.page.locator('form button[type=submit]').click();
    await guest.sees('Länken har använts eller gått ut');
    await guest.leave();
    await opened(administrator, shown, 'nils.ny@lindvaken.example');
  });

  await story('HR invites an assessor by e-mail, sees that an address was refused, and mends it with a link', 'hr', async (person) => {
    const { page } = person;
    const invite = async (name, email) => {
      await person.go(`/rounds/${id}`);
      await person.button('Bjud in en bedömare').click();
      const side = page.getByRole('dialog');
      await side.getByLabel('Namn').fill(name);
      await side.getByLabel('Arbetar för').fill('Nordkontroll');
      await side.getByLabel('E-post').fill(email);
      await side.getByRole('combobox', { name: 'Personer' }).fill(home.name.split(' ')[0]);
      await page.getByRole('option', { name: home.name, exact: false }).click();
      await side.getByLabel('Namn').click();
      await side.getByRole('button', { name: 'Skapa kontot' }).click();
      await side.getByText(`Inbjudan mejlas till ${email}`).waitFor();
    };
    await invite('Eva Ek', 'eva@nordkontroll.example');
    await looks(person, 'assessor-mailed');
    await invite('Ove Okänd', 'nobody@nordkontroll.example');
    await sent();
    const [letter] = smtp.letters('eva@nordkontroll.example');
    equal(letter.subject, 'Du är ombedd att bedöma kompetenser', 'the subject');
    await person.go(`/rounds/${id}`);
    await person.sees('mejlet kom inte fram');
    await looks(person, 'assessor-failed');
    await person.button('Sköt Ove Okänd').click();
    const side = page.getByRole('dialog');
    await side.getByText('E-postservern tar inte emot mejl till adressen.').waitFor();
    await looks(person, 'assessor-failed-manage');
    await side.getByRole('button', { name: 'Bjud in på nytt' }).click();
    await side.getByRole('button', { name: 'Visa en länk i stället' }).click();
    await side.getByLabel('Inbjudan är klar').waitFor();
    const eva = await opened(hr, linkIn(letter), 'eva@nordkontroll.example');
    equal((await eva.get('/rounds/mine')).cases.map((one) => one.person), [home.name], 'what waits for the assessor');
    for (const one of (await hr.get(`/rounds/${id}/assessors`)).items) await hr.want('DELETE', `/rounds/${id}/assessors/${one.account}`);
  });

  await story('the employee sees the bell on a phone, reads, and chooses only what is necessary', 'employee', async (person) => {
    const { page } = person;
    await person.width('phone');
    await page.getByRole('link', { name: 'Meddelanden: 1 olästa' }).click();
    await person.heading('Vad har hänt?').waitFor();
    await person.sees('Kartläggning: Hösten 2026');
    await looks(person, 'notices-phone');
    await person.link('Kartläggning: Hösten 2026').click();
    await person.heading('Vad väntar på mina svar?').waitFor();
    await page.getByRole('link', { name: 'Meddelanden', exact: true }).waitFor();
    equal((await employee.get('/notices/unread')).unread, 0, 'unread after reading');
    await person.go('/account');
    await page.getByText('Bara det nödvändiga').click();
    await person.sees('Valet är sparat');
    await looks(person, 'account-phone');
  });

  await story('HR reminds once a day from the round, and only those who want e-mail get it', 'hr', async (person) => {
    await person.go(`/rounds/${id}`);
    await person.sees('Påminnelser', 'Ingen påminnelse har gått ut än');
    await person.button('Påminn nu').click();
    await person.sees(/Påminnelsen nådde \d+/);
    await person.button('Påminn nu').waitFor({ state: 'detached' });
    await looks(person, 'round');
    equal((await hr.ask('POST', `/rounds/${id}/reminders`)).json.code, 'round.reminded_today', 'a second reminder');
    await sent();
    equal(smtp.letters(accounts.employee.email).length, 1, 'letters to the one who opted out');
    equal(smtp.letters(accounts.manager.email).length, 2, 'letters to the manager');
    equal((await employee.get('/notices/unread')).unread, 1, 'unread in the app');
  });

  await test('what has to be answered reaches everybody', async () => {
    const round = await open('Måste', { required: true });
    await sent();
    const letters = smtp.letters(accounts.employee.email);
    must(letters.length === 2 && letters[1].text.includes('hör till dem som alla'), letters.at(-1).text);
    equal(letters[1].headers['List-Unsubscribe'], undefined, 'the way out of what is required');
    await hr.post(`/rounds/${round}/closing`);
  });

  await story('a mail server that is down is told of, and what waited goes out once when it is back', 'administrator', async (person) => {
    const before = smtp.letters(accounts.manager.email).length;
    await smtp.stop();
    const round = await open('Avbrottet');
    await until('the trouble', async () => (await administrator.get('/mail')).trouble);
    await person.go('/admin/mail');
    await person.sees('E-postservern går inte att använda', 'Kontrollera namnet, porten och brandväggen');
    await looks(person, 'trouble');
    await person.width('phone');
    await looks(person, 'trouble-phone');
    await smtp.start();
    await person.button('Försök igen nu').first().click();
    await sent();
    equal(smtp.letters(accounts.manager.email).length, before + 1, 'letters to the manager');
    await person.page.getByText('E-postservern går inte att använda').waitFor({ state: 'detached', timeout: 15000 });
    await person.width('wide');
    await looks(person, 'well');
    await hr.post(`/rounds/${round}/closing`);
  });

  await test('quiet hours hold letters, not notices', async () => {
    const hour = new Date().getHours();
    await change({ quiet: { from: (hour + 23) % 24, to: (hour + 2) % 24, weekends: false } });
    const [letters, unread] = [smtp.letters().length, (await manager.get('/notices/unread')).unread];
    const round = await open('Tyst');
    must((await manager.get('/notices/unread')).unread > unread, 'nothing was told in the app');
    const status = await administrator.get('/mail');
    must(status.quiet && status.sums.waiting > 0, JSON.stringify(status));
    // Closed before they end: nobody is written to about what is over.
    await hr.post(`/rounds/${round}/closing`);
    await change({ quiet: { from: 0, to: 0, weekends: false } });
    await sent();
    equal(smtp.letters().length, letters, 'letters');
  });

  await test('a mail server that never answers holds up neither pages nor the end of the server', async () => {
    const deaf = await deafServer();
    await change({ port: deaf.port });
    await open('Döv');
    await until('the server to call', () => deaf.connections() > 0);
    await hr.get('/rounds');
    must(!server.log.includes('mail.broken'), server.log);
    await browser.close();
    await server.stop();
    deaf.stop();
  });

  await smtp.stop();
  return answers;
}
