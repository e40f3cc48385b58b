// Suite: from no strategy to an activated one, as HR and the sponsor do it in a browser: drafted, anchored, negotiated,
// refused while something is lacking, overridden in writing by the sponsor alone, activated, reviewed and printed.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { demonstration, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { becomes, equal, heading, must, test, until } from './support/tell.mjs';

const why = 'Robotcellen är beställd. Vi börjar nu och gör kartläggningen klar före sommaren.';

export async function strategy() {
  heading('The strategy: from nothing to activated, and followed');
  const { data, accounts } = await demonstration();
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const hr = await as('hr');
  const [shown] = (await hr.get('/strategies')).items;

  await test('the demonstration company has an active strategy, anchored and reviewed', async () => {
    const standing = await hr.get(`/strategies/${shown.id}/standing`);
    equal([shown.state, standing.lacks, standing.journey.length], ['active', [], 11], 'the strategy');
    equal(standing.journey[0].state, 'done', 'the first step');
    must(standing.last_review?.seen.people > 400, 'the last review froze no figures');
    const { consultations, negotiations, documents } = await hr.get(`/strategies/${shown.id}/anchoring`);
    must(consultations.length >= 10 && consultations.every((one) => one.answered), 'departments that have not answered');
    equal([negotiations.length, documents.length], [2, 3], 'negotiations and documents');
  });

  await test('everybody reads the active strategy, and nobody but its readers what others answered', async () => {
    const told = await (await as('employee')).get('/strategy');
    equal([told.strategy.id, told.whole, told.log], [shown.id, false, []], 'what an employee reads');
    equal((await (await as('employee')).ask('GET', `/strategies/${shown.id}/log`)).status, 403, 'the log');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);
  const toast = (page, text) => page.getByRole('status').getByText(text).first().waitFor();

  await story('HR sees where the strategy stands at a glance, on the phone too', 'hr', async (person, page) => {
    await person.menu('Resan');
    await person.heading('Var står strategin?').waitFor();
    const stations = page.getByRole('region', { name: 'Resan' }).getByRole('listitem');
    await until('the stations of the journey', async () => (await stations.count()) >= 11);
    await page.getByRole('button', { name: /Samtal pågår/ }).click();
    await page.getByRole('heading', { level: 2, name: /9\. Samtal/ }).waitFor();
    await page.getByText('Finns inte i Kunna än: den som ansvarar säger hur det går.').first().waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-home');
    await person.width('phone');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    await person.picture('strategy-home-phone');
  });

  await story('HR holds a review: the figures are frozen beside the decision, and the old strategy is closed with a reason', 'hr', async (person, page) => {
    await person.go('/strategy/reviews');
    await person.button('Håll avstämning').click();
    await page.getByLabel('Vad beslutades?').fill('Strategin ersätts av en ny för nästa period.');
    await person.button('Spara').click();
    await toast(page, 'Avstämningen är sparad');
    await page.getByText('Strategin ersätts av en ny för nästa period.').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-reviews');
    await person.go('/strategy');
    await person.button('Avsluta strategin').click();
    await page.getByLabel('Varför avslutas den?').fill('Ersätts av en ny.');
    await person.button('Avsluta strategin').click();
    await toast(page, 'Strategin är avslutad');
  });

  let drafted;
  await story('HR drafts a new strategy, is told at the field what is wrong, and names owner and sponsor', 'hr', async (person, page) => {
    const made = await hr.post('/strategies', { name: { sv: 'Kompetens 2032', en: '' }, starts: '2027-01-01', ends: '2032-12-31', aim: '', principles: '', communication: '', years: [] });
    drafted = made.id;
    await person.go(`/strategy?strategy=${drafted}`);
    await person.button('Ändra strategin').click();
    const editor = page.getByRole('dialog', { name: 'Ändra strategin' });
    await editor.getByLabel('Sista dag').fill('2026-12-31');
    await editor.getByRole('button', { name: 'Spara' }).click();
    await editor.getByText('Sista dagen ska ligga efter den första.').first().waitFor();
    await editor.getByLabel('Sista dag').fill('2032-12-31');
    for (const [field, account, title] of [['Ägare', accounts.hr, 'HR-chef'], ['Sponsor i ledningen', accounts.executive]]) {
      await editor.getByRole('combobox', { name: field }).fill(account.name);
      await page.getByRole('option', { name: title ? `${account.name} · ${title}` : account.name }).first().click();
    }
    await editor.getByLabel('Kommunikationsplan').fill('Varje chef berättar på sitt möte, och läget står på intranätet varje kvartal.');
    await editor.getByRole('button', { name: 'Spara' }).click();
    await toast(page, 'Strategin är sparad');
    await page.getByText('Facklig förhandling enligt MBL § 11').first().waitFor();
    must((await person.button('Aktivera strategin').count()) === 0, 'what is lacking can be activated');
    await page.getByText('Sponsorn kan besluta att gå vidare ändå, med sitt eget konto.').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-draft');
  });

  await story('HR anchors it: the decision with its document, departments and the union negotiation with its minutes', 'hr', async (person, page) => {
    await person.go(`/strategy/anchoring?strategy=${drafted}`);
    const decision = page.getByRole('region', { name: 'Beslutet' });
    await decision.getByLabel('Beslutat av').fill('Ledningsgruppen');
    await decision.getByRole('button', { name: 'Spara beslutet' }).click();
    await toast(page, 'Beslutet är sparat');
    await decision.getByLabel('Lägg till länk').fill('https://intranet.lindvaken.example/beslut');
    await decision.getByRole('button', { name: 'Lägg till länk' }).click();
    await decision.getByRole('link', { name: 'https://intranet.lindvaken.example/beslut' }).waitFor();
    await page.getByRole('region', { name: 'Avdelningar' }).getByRole('row').nth(1).getByRole('button').click();
    const consultation = page.getByRole('dialog', { name: /^Samråd med/ });
    await consultation.getByRole('combobox', { name: 'Hållning' }).click();
    await page.getByRole('option', { name: 'emot' }).click();
    await consultation.getByRole('button', { name: 'Spara' }).click();
    await consultation.getByText('Skriv vad avdelningen svarade', { exact: false }).first().waitFor();
    await consultation.getByLabel('Svaret').fill('För kort om tid före sommaren.');
    await consultation.getByRole('button', { name: 'Spara' }).click();
    await toast(page, 'Samrådet är sparat');
    await page.getByText('För kort om tid före sommaren.').waitFor();
    await page.getByRole('button', { name: 'Anteckna en förhandling' }).click();
    const negotiation = page.getByRole('dialog', { name: 'Facklig förhandling' });
    await negotiation.getByLabel('Facklig organisation').fill('IF Metall');
    await negotiation.getByRole('combobox', { name: 'Utfall' }).click();
    await page.getByRole('option', { name: 'enighet', exact: true }).click();
    await negotiation.getByRole('button', { name: 'Spara' }).click();
    await toast(page, 'Förhandlingen är sparad');
    const held = page.getByRole('article', { name: 'IF Metall' });
    await held.locator('input[type=file]').setInputFiles({ name: 'protokoll.txt', mimeType: 'text/plain', buffer: Buffer.from('Enighet.') });
    await held.getByRole('link', { name: 'protokoll.txt' }).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-anchoring');
    await person.width('phone');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
  });

  await story('HR answers a criterion with evidence, and what is computed has a remedy one click away', 'hr', async (person, page) => {
    await person.go(`/strategy/readiness?strategy=${drafted}`);
    await person.button('Svara: Tid och lön under lärandet är beslutat').click();
    await page.getByText('Ja', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Belägg' }).fill('Allt lärande sker på betald tid.');
    await person.button('Spara').click();
    await toast(page, 'Svaret är sparat');
    await page.getByText('Allt lärande sker på betald tid.').waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-readiness');
    await page.getByRole('link', { name: 'Åtgärda: Budget och timmar för flera år' }).click();
    await page.getByRole('dialog', { name: 'Ändra strategin' }).waitFor();
  });

  await test('it is not activated while something is lacking, and each refusal names its place', async () => {
    const refused = await hr.ask('POST', `/strategies/${drafted}/activation`);
    equal([refused.status, refused.json.code], [422, 'strategy.lacking'], 'the refusal');
    must(refused.json.errors.some((one) => one.where === '/consultations'), 'departments that were not asked are not named');
    const { version } = await hr.get(`/strategies/${drafted}`);
    equal((await hr.ask('PUT', `/strategies/${drafted}/override`, { body: { why }, headers: { 'If-Match': `"${version}"` } })).json.code, 'strategy.only_sponsor', 'HR overrides');
  });

  await story('the sponsor, the managing director, decides in writing to go on, and activates it', 'executive', async (person, page) => {
    await person.go(`/strategy?strategy=${drafted}`);
    await page.getByLabel('Varför?').fill('Kör nu.');
    await person.button('Gå vidare ändå').click();
    await page.getByText('Skriv lite mer: minst 40 tecken', { exact: false }).first().waitFor();
    await page.getByLabel('Varför?').fill(why);
    await person.button('Gå vidare ändå').click();
    await toast(page, 'Ditt beslut står i loggen');
    await person.button('Aktivera strategin').click();
    await toast(page, 'Strategin är aktiv');
    await person.go('/strategy/log');
    await page.getByRole('rowheader', { name: 'Sponsorn går vidare' }).waitFor();
    await becomes(() => page.getByRole('cell', { name: why }).count(), 2, 'entries with the words of the sponsor: the override and the activation');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-log');
  });

  await story('the management reads one page, and prints the document that it signs', 'executive', async (person, page) => {
    await person.go('/strategy/summary');
    await person.sees('Nästa beslut', 'Beredskap');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('strategy-summary');
    await person.go('/strategy/document');
    await page.getByRole('heading', { level: 2, name: 'Kompetens 2032' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Underskrifter' }).waitFor();
    await person.picture('strategy-document');
    const pdf = await page.pdf({ format: 'A4' });
    must(pdf.subarray(0, 5).toString() === '%PDF-' && pdf.length > 10_000, 'the document prints');
    await person.speak('en');
    await person.go('/strategy/document');
    await page.getByRole('heading', { level: 2, name: 'Signatures' }).waitFor();
    await person.speak('sv');
  });

  await story('an employee reads where the organisation is going', 'employee', async (person, page) => {
    await person.menu('Vår strategi');
    await person.heading('Vart är vi på väg?').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Kompetens 2032' }).waitFor();
    must((await page.getByText('För kort om tid före sommaren.').count()) === 0, 'an employee reads what a department answered');
    equal(await person.faults(), [], 'faults of access');
    await person.width('phone');
    equal(await person.overflow(), 0, 'pixels wider than the screen');
    await person.picture('strategy-employee-phone');
  });

  await browser.close();
  await server.stop();
  return answers;
}
