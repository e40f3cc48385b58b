// Zip archives and workbooks made by hand, so that they can be wrong in every way.
import zlib from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** parts: [{name, bytes | packed, size}]; `packed` with `size` tells of bytes that are never made here. */
export function zip(parts) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const bytes = part.bytes === undefined ? null : Buffer.from(part.bytes);
    const packed = part.packed ?? zlib.deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version
    fields.writeUInt16LE(0x0800, 2); // UTF-8 names
    fields.writeUInt16LE(8, 4); // deflate
    fields.writeUInt32LE(0x00210000, 6); // 1980-01-01
    fields.writeUInt32LE(part.crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.size ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields.subarray(0, 24), fields.subarray(24, 26), tail, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbook = `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const sheets = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;

const letters = (n) => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A cell is a text, or {formula, value}. */
export function sheetXml(rows, { before = '' } = {}) {
  const cell = (value, at) =>
    typeof value === 'string'
      ? `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
      : `<c r="${at}"><f>${escaped(value.formula)}</f>${value.value === undefined ? '' : `<v>${value.value}</v>`}</c>`;
  const lines = rows.map((row, n) => `<row r="${n + 1}">${row.map((value, c) => cell(value, letters(c) + (n + 1))).join('')}</row>`);
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** The parts of a workbook around a sheet: {bytes} or {packed, size, crc}. */
export function workbookOf(sheet, more = []) {
  return zip([
    { name: '[Content_Types].xml', bytes: types },
    { name: '_rels/.rels', bytes: relations },
    { name: 'xl/workbook.xml', bytes: workbook },
    { name: 'xl/_rels/workbook.xml.rels', bytes: sheets },
    { name: 'xl/worksheets/sheet1.xml', ...sheet },
    ...more,
  ]);
}

/** Deflated blanks around an opening and a closing text: so many MB in a few kB. */
export function packedBlanks(open, megabytes, close) {
  const bytes = Buffer.concat([Buffer.from(open), Buffer.alloc(megabytes << 20, 0x20), Buffer.from(close)]);
  return { packed: zlib.deflateRawSync(bytes, { level: 9 }), size: bytes.length, crc: 0 };
}
