// Suite: drafts. A concept taken into the catalogue and linked, an occupation and a job description as drafts of roles,
// confirmed line by line, and documents that are refused.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { miniEsco } from './support/esco.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

// A PDF of one page and one line of ASCII.
function pdf(line) {
  const page = `BT /F1 12 Tf 72 720 Td (${line}) Tj ET`;
  return Buffer.from(`%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
endobj
4 0 obj
<</Length ${page.length}>>
stream
${page}
endstream
endobj
5 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
endobj
trailer
<</Root 1 0 R/Size 6>>
%%EOF
`);
}

export async function drafts() {
  heading('Drafts');
  const { data, accounts } = await demonstration();
  await kunna('import', 'esco', miniEsco(), '--data', data);
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const learning = new Client(server, answers);
  await learning.signIn(accounts.learning.email, accounts.learning.password);
  const read = (bytes) => learning.ask('POST', '/drafts/documents', { body: bytes, headers: { 'Content-Type': 'application/octet-stream' } });

  await test('a document gives its text, and what cannot be read says what to do instead', async () => {
    equal((await read(Buffer.from('Vi s\xf6ker en betongarbetare', 'latin1'))).json, { text: 'Vi söker en betongarbetare' }, 'plain text');
    equal((await read(pdf('You pour concrete'))).json, { text: 'You pour concrete' }, 'a PDF');
    for (const [what, bytes, code] of [['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'document.old_word'], ['a broken PDF', Buffer.from('%PDF-1.4 nothing'), 'document.broken_pdf'], ['a zip that is none', Buffer.from('PK\x03\x04 nothing'), 'zip.damaged']]) {
      const { status, json } = await read(bytes);
      equal([status, json.code], [422, code], what);
      must(json.detail.length > 20, `${what} has no remedy: ${json.detail}`);
    }
    equal((await read(Buffer.alloc((5 << 20) + 1, 'a'))).status, 413, 'a file above the limit');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('L&D takes a concept into the catalogue, sees its link, takes it away and back, and finds proposals', 'learning', async (person) => {
    await person.go('/taxonomies?q=betonggjutning');
    await person.link(/^gjuta betong/).click();
    await person.sees('Ingen av våra kompetenser står för begreppet än.');
    await person.button('Ta in i katalogen').click();
    await person.heading('Gjuta betong').waitFor();
    await person.sees('Står för', 'This service uses the ESCO classification of the European Commission.');
    await person.button('Ta bort länken: gjuta betong').click();
    await person.sees('Kompetensen är inte länkad till något begrepp');
    await person.button('Föreslå begrepp').click();
    await person.button('Länka: gjuta betong').click();
    await person.link('gjuta betong').click();
    await person.heading('gjuta betong').waitFor();
    await person.link('Gjuta betong').waitFor();
  });

  await story('an occupation becomes a role: one line is dropped, a beneficial one chosen, and what was missing is taken in', 'learning', async (person) => {
    await person.go('/taxonomies?q=betong&kind=occupation');
    await person.link(/^betongarbetare/).click();
    await person.link('Gör en rollprofil').click();
    await person.heading('Vad ska rollen Betongarbetare kräva?').waitFor();
    await person.sees('Så föreslås nivåerna', '1 krav valda');
    await person.page.getByRole('checkbox', { name: 'Ta med Types of concrete' }).check();
    await person.sees('2 krav valda, 1 av dem är en ny kompetens i katalogen');
    await person.button('Skapa rollen').click();
    await person.heading('Betongarbetare').waitFor();
    await person.sees('Types of concrete', 'Gjuta betong');
  });

  await story('a pasted job description shows where each skill was found, and what is kept becomes a role', 'learning', async (person) => {
    await person.menu('Roller');
    await person.link('Ur en text').click();
    await person.page.getByLabel('Arbetsbeskrivning eller annons').fill('Gjutare till Lindvaken\n\nDu har mycket goda kunskaper i att gjuta betong. Vana att rengöra möbler är meriterande.');
    await person.button('Hitta kompetenser').click();
    await person.link(/^gjuta betong: Visa Gjuta betong bland förslagen/).waitFor();
    await person.sees('”gjuta betong”', 'nivån av ”mycket goda”');
    await person.page.getByRole('checkbox', { name: 'Ta med Rengöra möbler' }).uncheck();
    await person.button('Skapa rollen').click();
    await person.heading('Gjutare till Lindvaken').waitFor();
    await person.sees('Gjuta betong');
    must(!(await person.page.content()).includes('Rengöra möbler'), 'what was dropped is not in the role');
  });

  await story('a text without skills says so and leads on; a file of the wrong kind is refused on the page', 'hr', async (person) => {
    await person.go('/roles/draft');
    await person.page.locator('input[type=file]').setInputFiles({ name: 'annons.rtf', mimeType: 'text/plain', buffer: Buffer.from('{\\rtf1 hej}') });
    await person.sees('Filen är i formatet RTF.');
    await person.page.locator('input[type=file]').setInputFiles({ name: 'annons.txt', mimeType: 'text/plain', buffer: Buffer.from('Inget särskilt alls') });
    await person.page.getByText('Inget särskilt alls').waitFor();
    await person.button('Hitta kompetenser').click();
    await person.sees('Inga kompetenser kändes igen i texten', 'Beskriv vad man gör i rollen');
  });

  await story('an employee rates what their CV speaks of, and only what they choose', 'employee', async (person) => {
    await person.go('/me');
    await person.link('Skatta ur mitt CV').click();
    await person.page.getByLabel('Ditt CV').fill('Jag har lång erfarenhet av att gjuta betong och har goda kunskaper i svetsning. Kunskaper i att rengöra möbler.');
    await person.button('Hitta kompetenser').click();
    await person.sees('Finns inte i vår katalog', 'Rengöra möbler', '2 skattningar valda');
    await person.page.getByRole('combobox', { name: 'Nivå: Gjuta betong' }).click();
    await person.page.getByRole('option', { name: '2 Gör med stöd' }).click();
    await person.button('Spara skattningarna').click();
    await person.heading('Vad kan jag, och vad kräver rollen?').waitFor();
    await person.sees('Gjuta betong', 'Svetsning');
  });

  await browser.close();
  await server.stop();
  return answers;
}
