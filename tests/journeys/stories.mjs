// Suite: what people do with Kunna from morning to evening, in a browser, in the demonstration company.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client, invited } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

export async function stories() {
  heading('What people do with it');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const browser = await Browser.open(server, answers);
  const hr = new Client(server, answers);
  await hr.signIn(accounts.hr.email, accounts.hr.password);
  const everybody = (await hr.all('/people')).map((one) => one.name);
  const employee = (await hr.get('/people', { query: accounts.employee.name })).items[0];

  const story = storyteller(browser, accounts);

  await story('HR sees the gap map one click after sign-in, opens a cell and finds the people behind it', 'hr', async (person) => {
    const { page } = person;
    await person.menu('Gap');
    await person.heading('Var saknar vi kompetens?').waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('kunna:gap-map-shown').length > 0);
    // The largest gap first; what lies behind it stands beside the map.
    const largest = page.getByRole('main').getByRole('button').filter({ hasText: /%$/ }).first();
    const skill = (await largest.locator('span').first().innerText()).trim();
    await largest.click();
    await page.getByRole('heading', { level: 2, name: skill }).waitFor();
    await person.sees('Krävs av');
    // By keyboard the map opens unit by unit, and the cell chosen is in the address.
    const map = page.getByRole('treegrid');
    await map.focus();
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cell=/);
    // The same as a table, and out as files.
    await person.button('Tabell').click();
    await page.getByRole('table').first().waitFor();
    const csv = await person.download(async () => {
      await person.button('Exportera').click();
      await page.getByRole('menuitem', { name: 'CSV' }).click();
    });
    must(csv.bytes.length > 1000 && /\.csv$/.test(csv.name), `${csv.name}: ${csv.bytes.length} bytes`);
  });

  await story('HR finds a person with Ctrl-K, says why, sees the levels, and takes the list of people with her', 'hr', async (person) => {
    const { page } = person;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('nyström');
    await page.keyboard.press('ArrowDown'); // what is chosen moves into view, and back
    await page.keyboard.press('ArrowUp');
    await page.getByRole('option', { name: new RegExp(employee.name) }).click();
    await person.heading(employee.name).waitFor();
    await person.sees('Varför behöver du se nivåerna?');
    await page.getByLabel('Skäl').fill('Bemanning av linje C');
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await person.sees('Det rollen kräver');
    await person.menu('Personer');
    await person.heading('Vilka är vi?').waitFor();
    await page.getByPlaceholder('Namn, anställningsnummer eller befattning').fill('nyström');
    await page.waitForURL(/nystr/);
    await person.link(employee.name).waitFor();
    const file = await person.download(async () => {
      await person.button('Exportera').click();
      await page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click();
    });
    equal([file.name, file.bytes.subarray(0, 2).toString()], ['kunna-people.xlsx', 'PK'], 'the file');
  });

  await story('the employee sees who looked and why, rests on the sources of a level, and contests one', 'employee', async (person) => {
    const { page } = person;
    await person.menu('Vem har tittat');
    await person.sees(accounts.hr.name, 'Bemanning av linje C');
    await person.menu('Min profil');
    await person.heading('Vad kan jag, och vad kräver rollen?').waitFor();
    await person.button(/^Förebyggande underhåll/).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('Vad nivån bygger på').waitFor();
    await panel.getByText(/vikt .* × färskhet/).first().waitFor();
    await panel.getByText('Så räknas det').click();
    await panel.getByRole('button', { name: 'Håller inte med' }).first().click();
    await panel.getByLabel('Varför håller du inte med?').fill('Jag leder rondplaneringen sedan i våras.');
    await panel.getByRole('button', { name: 'Skicka invändning' }).click();
    await panel.getByText('“Jag leder rondplaneringen sedan i våras.”').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    // A rating of one's own.
    await person.button('Skatta mig själv').first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Kompetens').click();
    await page.getByRole('option', { name: 'Problemlösning' }).click();
    await form.getByRole('radio').nth(3).check();
    await form.getByRole('button', { name: 'Spara bedömning' }).click();
    await person.sees('Bedömningen är sparad');
    // Everything that is stored, on the page and as a file.
    await person.menu('Allt om mig');
    await person.sees('Jag leder rondplaneringen sedan i våras.');
    const all = await person.download(() => page.getByRole('link', { name: 'Ladda ner allt (JSON)' }).click());
    const stored = JSON.parse(all.bytes);
    must(stored.assessments.length > 5 && stored.reads.some((one) => one.reason === 'Bemanning av linje C'), 'the file lacks what the page tells');
  });

  await story('the manager answers the contest with a new level and records an assessment, seen at once', 'manager', async (person) => {
    const { page } = person;
    await person.menu('Invändningar');
    const contest = page.getByRole('listitem').filter({ hasText: 'Jag leder rondplaneringen' });
    await contest.getByRole('button', { name: 'Rätta nivån' }).click();
    await contest.getByRole('radio').nth(5).check();
    await contest.getByRole('textbox', { name: 'Ditt svar' }).fill('Du har rätt: du leder den sedan mars.');
    await contest.getByRole('button', { name: 'Svara' }).click();
    await contest.waitFor({ state: 'detached' });
    await person.menu('Mitt team');
    await person.heading('Vem kan vad, och vem saknar vad?').waitFor();
    const cell = () => page.getByText(new RegExp(`${employee.name}, Problemlösning: `)).first().textContent();
    const before = await cell();
    await page.getByRole('rowheader').getByRole('link', { name: employee.name }).click();
    await person.heading(employee.name).waitFor();
    await person.button('Bedöm').first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Kompetens').click();
    await page.getByRole('option', { name: 'Problemlösning' }).click();
    await form.getByRole('radio').nth(5).check();
    await form.getByLabel('Anteckning').fill('Löste stoppet på linje B på egen hand.');
    await form.getByRole('button', { name: 'Spara bedömning' }).click();
    await person.sees('Bedömningen är sparad');
    await person.menu('Mitt team');
    await person.heading('Vem kan vad, och vem saknar vad?').waitFor();
    await page.waitForFunction(({ name, old }) => [...document.querySelectorAll('td')].some((one) => one.textContent.includes(`${name}, Problemlösning: `) && !one.textContent.includes(old)), { name: employee.name, old: before });
  });

  await story('the employee reads the answer, and the new level with its source', 'employee', async (person) => {
    const { page } = person;
    await person.menu('Min profil');
    await person.button(/^Förebyggande underhåll/).click();
    await page.getByRole('dialog').getByText('Du har rätt: du leder den sedan mars.').first().waitFor();
    await page.keyboard.press('Escape');
    await person.button(/^Problemlösning/).click();
    await page.getByRole('dialog').getByText('“Löste stoppet på linje B på egen hand.”').waitFor();
  });

  await story('the managing director, in English, sees figures and no colleague but those who report to him', 'executive', async (person) => {
    await person.speak('en');
    await person.go('/');
    await person.heading('Can we do what we need to?').waitFor();
    await person.sees('Skills coverage');
    await person.menu('Gap');
    await person.heading('Where do we lack skills?').waitFor();
  }, { language: 'en' });

  await test('an executive who leads nobody meets no name of the 500 people but of those who answer for goals, strategy and programmes, and those only there', async () => {
    const administrator = new Client(server, answers);
    await administrator.signIn(accounts.administrator.email, accounts.administrator.password);
    await invited(administrator, { email: 'styrelse@lindvaken.example', name: 'Ordförande', language: 'sv', roles: [{ role: 'executive' }] }, 'en mening som bara vi kan');
    const person = await browser.person();
    // Owners and sponsor stand by what they answer for; whoever wrote in its log or chose against the formula, too, and
    // whoever runs a programme.
    const answering = new Set([...(await hr.get('/goals')).items.map((goal) => goal.owner.name), ...['hr', 'executive', 'learning'].map((persona) => accounts[persona].name)]);
    const mayStand = (place, name) => answering.has(name) && /^(\/api\/v1)?\/(goals|strateg|priorities|programmes)/.test(place);
    const named = [];
    person.heard = (path, reply) => {
      if (path === '/api/v1/start') return; // the sign-in page of a demonstration names its accounts
      const text = JSON.stringify(reply.json ?? '');
      for (const name of everybody) if (text.includes(name) && !mayStand(path, name)) named.push(`${path} names ${name}`);
    };
    await person.signIn({ email: 'styrelse@lindvaken.example', password: 'en mening som bara vi kan' });
    const places = await person.page.getByRole('navigation').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    must(places.includes('/gap') && !places.some((place) => ['/people', '/team', '/admin/accounts', '/imports'].includes(place)), `navigation: ${places}`);
    for (const place of [...places, '/gap?view=table']) {
      await person.go(place);
      const text = await person.page.innerText('body');
      for (const name of everybody) if (text.includes(name) && !mayStand(place, name)) named.push(`${place} shows ${name}`);
    }
    await person.go('/gap');
    await person.page.getByRole('main').getByRole('button').filter({ hasText: /%$/ }).first().click();
    await person.sees('Du ser summor, inte enskilda personer.');
    await person.go(`/people/${employee.id}`);
    await person.sees('Det finns inget här');
    equal(named, [], 'names');
    equal(person.complaints(), [], 'what broke on the way');
    await person.leave();
  });

  await story('the administrator sees that it runs, invites a colleague, and sees no levels of anyone', 'administrator', async (person) => {
    const { page } = person;
    await person.heading('Mår Kunna bra?').waitFor();
    await person.menu('Konton');
    await person.button('Bjud in').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('E-post').fill('ny.kollega@lindvaken.example');
    await form.getByLabel('Namn').fill('Ny Kollega');
    await form.getByRole('button', { name: 'Lägg till roll' }).click();
    await form.getByRole('button', { name: 'Bjud in' }).click();
    const link = await form.getByLabel('Inbjudan är klar').inputValue();
    const colleague = await browser.person();
    await colleague.go(new URL(link).pathname);
    await colleague.heading('Välkommen till Kunna').waitFor();
    await colleague.page.getByLabel('Nytt lösenord').fill('en mening som bara jag kan');
    await colleague.page.getByLabel('En gång till').fill('en mening som bara jag kan');
    await colleague.button('Spara och logga in').click();
    await colleague.heading('Vad behöver göras nu?').waitFor();
    equal(colleague.complaints(), [], 'what broke for the colleague');
    // The link works once.
    const late = await browser.person();
    await late.go(new URL(link).pathname);
    await late.page.getByLabel('Nytt lösenord').fill('en annan mening som ingen kan');
    await late.page.getByLabel('En gång till').fill('en annan mening som ingen kan');
    await late.button('Spara och logga in').click();
    await late.sees(/Länken har använts/);
    await late.leave();
    await colleague.leave();
    await page.keyboard.press('Escape');
    await person.menu('Spårlogg');
    await person.button('Kontrollera kedjan').click();
    await person.sees(/Hela kedjan stämmer/);
    await person.menu('Status');
    await person.sees('SQLite');
    for (const place of ['/gap', '/people', '/team', `/people/${employee.id}`]) {
      await person.go(place);
      const text = await page.innerText('main');
      must(!text.includes('nivå ') && !text.includes('Det rollen kräver') && !text.includes('Kompetenstäckning'), `${place} shows levels to the administrator: ${text.slice(0, 200)}`);
    }
  });

  await story('L&D makes a new version of a role and sees what it changes, and for how many', 'learning', async (person) => {
    const { page } = person;
    await person.menu('Roller');
    await person.link('Maskinoperatör').click();
    await person.button('Ny version').click();
    await person.heading('Ny version av Maskinoperatör').waitFor();
    await page.getByLabel(/^Krävd nivå: /).first().click();
    await page.getByRole('option', { name: /^5 / }).click();
    await page.getByRole('combobox', { name: 'Lägg till kompetens' }).click();
    await page.getByRole('option', { name: 'CNC-bearbetning' }).click();
    await page.getByLabel('Vad är nytt, och varför?').fill('Nya styrskåp från januari');
    await person.button('Spara ny version').click();
    await person.sees('Den nya versionen är sparad', 'Nya styrskåp från januari', 'Vad ändras, och för vem?');
    await person.sees(/\d+ av \d+ personer berörs/, /CNC-bearbetning/);
  });

  await story('HR drops role profiles with skills nobody calls so, accepts what is sure, settles the rest by keyboard', 'hr', async (person) => {
    const { page } = person;
    await person.menu('Import');
    await page.getByRole('radio', { name: /^Rollprofiler/ }).check();
    const rows = ['TIG-svetsning;3', 'PLC programering;2', 'Projektledarskap;2', 'Lean;1'].map((row) => `Provsvetsare;${row}`);
    await page.locator('input[type=file]').setInputFiles({ name: 'prov.csv', mimeType: 'text/csv', buffer: Buffer.from(['Roll;Kompetens;Nivå', ...rows, ''].join('\n')) });
    await person.heading('Vilken kolumn är vad?').waitFor();
    await person.button('Kontrollera').click();
    await page.getByRole('heading', { level: 2, name: '3 kompetensnamn är okända' }).waitFor();
    equal(await person.faults(), [], 'faults of the names');
    await page.getByRole('listitem', { name: 'Vad ”PLC programering” betyder' }).focus();
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowDown'); // Projektledarskap
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowDown'); // TIG-svetsning
    await page.keyboard.press('1');
    await person.button('Spara 3 och kontrollera igen').click();
    await person.sees('Allt läses in på en gång, eller inget alls.', /Svetsning/, /PLC-programmering/, /Projektledning/);
    await person.button('Ta bort importen').click();
    await person.sees('Importen är borttagen');
  });

  await story('signing out ends it: the way back shows the door, not the person', 'employee', async (person) => {
    const { page } = person;
    await person.menu('Min profil');
    await person.heading('Vad kan jag, och vad kräver rollen?').waitFor();
    await person.button(/Kontomeny/).click();
    await page.getByRole('menuitem', { name: 'Logga ut' }).click();
    await person.heading('Logga in').waitFor();
    await page.goBack();
    await person.heading('Logga in').waitFor();
    must(!(await page.innerText('body')).includes('Det min roll kräver'), 'the profile is still there');
  });

  await story('a wrong password is told as such, and the demonstration accounts sign in with one click', null, async (person) => {
    const { page } = person;
    await person.go('/gap');
    await page.getByLabel('E-post').fill(accounts.hr.email);
    await page.getByLabel('Lösenord', { exact: true }).fill('fel lösenord');
    await page.getByRole('button', { name: 'Logga in', exact: true }).click();
    await person.sees('E-postadressen eller lösenordet stämmer inte.');
    await person.button(new RegExp(accounts.hr.email.replace('.', '\\.'))).click();
    await person.heading('Var saknar vi kompetens?').waitFor();
  });

  await browser.close();
  await server.stop();
  return answers;
}
