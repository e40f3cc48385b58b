// Clients that mean harm, against the real server.
import net from 'node:net';

import { Client } from './client.mjs';
import { demo, Server, SqlitePlace } from './kunna.mjs';
import { equal, expect, test } from './testing.mjs';

/** Sends bytes as they are; answers what came back until the server closed or a moment passed. */
function raw(port, bytes, patience = 3_000) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let said = '';
    const end = () => {
      socket.destroy();
      resolve(said);
    };
    const timer = setTimeout(end, patience);
    socket.on('data', (part) => {
      said += part.toString('latin1');
      if (/^HTTP\/1\.1 [2-5]/.test(said) && said.includes('\r\n\r\n')) {
        clearTimeout(timer);
        end();
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
    socket.write(bytes);
  });
}
const statusOf = (said) => Number(said.match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0);

/** Bodies that no route may accept, and none may break on. */
function badBodies() {
  const deep = (open, close, n) => open.repeat(n) + close.repeat(n);
  return {
    nothing: '',
    'a lone brace': '{',
    'half a string': '{"code":"a',
    'a depth bomb of lists': deep('[', ']', 100_000),
    'a depth bomb of objects': deep('{"a":', '}', 100_000).replace('}', '1}'),
    'an open depth bomb': '['.repeat(500_000),
    'one key twice': '{"code":"a","code":"b","name":"c"}',
    'a huge number': `{"code":"a","name":"b","parent":${'9'.repeat(10_000)}}`,
    'a huge exponent': '{"code":"a","name":"b","parent":1e999999999}',
    'a number for a text': '{"code":1,"name":2}',
    'a list for an object': '[1,2,3]',
    null: 'null',
    'bad UTF-8': Buffer.from([0x7b, 0x22, 0x63, 0x6f, 0x64, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d]),
    'a NUL': '{"code":"a\\u0000b","name":"\\u0000"}',
    'a raw NUL': Buffer.from('{"code":"a\0b","name":"c"}'),
    'half a surrogate': '{"code":"\\ud800","name":"b"}',
    'a comment': '{"code":"a"/* */,"name":"b"}',
    'a comma too many': '{"code":"a","name":"b",}',
    'NaN': '{"code":"a","name":"b","parent":NaN}',
    'an unknown member': '{"code":"a","name":"b","version":7}',
    'a prototype': '{"__proto__":{"code":"a"},"name":"b"}',
    '1 MB of blanks': ' '.repeat(1_000_000),
    'many members': `{${Array.from({ length: 40_000 }, (_, n) => `"k${n}":1`).join(',')}}`,
    '10 MB of JSON': `{"code":"${'a'.repeat(10_000_000)}","name":"b"}`,
    'a name of 500 kB': `{"code":"a","name":"${'å'.repeat(250_000)}"}`,
    'BOM': '\ufeff{"code":1}',
  };
}

export function hostileHttpTests() {
  test('bodies that are no JSON, bombs, 10 MB and wrong types are answered 4xx by every route that takes a body', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const hr = await new Client(server.port).signIn(accounts.hr);
    const administrator = await new Client(server.port).signIn(accounts.administrator);
    const idle = server.memory('VmRSS');
    const units = (await hr.must(hr.get('/units'))).items.length;
    const openapi = JSON.parse(await (await fetch(`http://127.0.0.1:${server.port}/api/v1/openapi.json`)).text());
    let tried = 0;
    const allowed = [400, 401, 403, 404, 405, 409, 413, 415, 422, 428, 429];
    for (const [path, methods] of Object.entries(openapi.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (!operation.requestBody?.content?.['application/json']) continue;
        const client = operation['x-permission']?.includes('administer_accounts') ? administrator : hr;
        const target = path.replace(/\{[a-z_]+\}/g, '1');
        for (const [what, body] of Object.entries(badBodies())) {
          // A body of 10 MB may be cut off before it was sent whole: then there is no answer to read.
          const answer = await client.send(method.toUpperCase(), target, body, { 'If-Match': '*' }).catch(() => ({ status: 413 }));
          expect(allowed.includes(answer.status), `${what} to ${method} ${path}: ${answer.status} ${answer.text?.slice(0, 200)}`);
          tried += 1;
        }
        for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', '']) {
          const answer = await client.send(method.toUpperCase(), target, '{"a":1}', { 'Content-Type': type, 'If-Match': '*' });
          expect(allowed.includes(answer.status), `type "${type}" to ${method} ${path}: ${answer.status}`);
          tried += 1;
        }
      }
    }
    equal((await hr.must(hr.get('/units'))).items.length, units, 'units after all that');
    expect(server.alive(), 'the server lives');
    expect(!server.log.includes('"http.broken"'), `no handler broke: ${server.log.split('\n').filter((line) => line.includes('http.broken'))[0]}`);
    const peak = server.memory();
    expect(peak < idle + 128, `memory went from ${idle} to ${peak} MB`);
    await server.stop();
    return `${tried} requests, memory ${idle.toFixed(0)} MB before, at most ${peak.toFixed(0)}`;
  });

  test('headers and targets beyond the limits are refused, and the connection is closed', async () => {
    const place = new SqlitePlace();
    demo(place.args);
    const server = await Server.start(place.args);
    const host = `Host: localhost:${server.port}\r\n`;
    const cases = {
      'headers of 20 kB': [`GET /api/v1/start HTTP/1.1\r\n${host}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, [400, 431]],
      '5,000 headers': [`GET /api/v1/start HTTP/1.1\r\n${host}${'X-A: b\r\n'.repeat(5_000)}\r\n`, [400, 431]],
      'a target of 20 kB': [`GET /api/v1/${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, [400, 414, 431]],
      'two lengths': [`POST /api/v1/session HTTP/1.1\r\n${host}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, [400]],
      'a length and chunks': [`POST /api/v1/session HTTP/1.1\r\n${host}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
      'a length beyond all': [`POST /api/v1/session HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n`, [400, 413]],
      'a body of 10 GB announced': [`POST /api/v1/session HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n`, [400, 413]],
      'no host': ['GET /api/v1/start HTTP/1.1\r\n\r\n', [400]],
      'no HTTP': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', [400]],
      'binary': [Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 131) % 256)), [400]],
      'climbing out': [`GET /../../../etc/passwd HTTP/1.1\r\n${host}\r\n`, [400, 404]],
      'climbing out, encoded': [`GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n${host}\r\n`, [400, 404]],
      'a NUL in the target': [`GET /api/v1/people/%00 HTTP/1.1\r\n${host}\r\n`, [400, 401, 404]],
      'another method': [`BREW /api/v1/start HTTP/1.1\r\n${host}\r\n`, [400, 405, 501]],
      'HTTP/2': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', [400, 505]],
    };
    for (const [what, [bytes, wanted]] of Object.entries(cases)) {
      const said = await raw(server.port, bytes);
      expect(wanted.includes(statusOf(said)), `${what}: ${said.slice(0, 120) || 'no answer'}`);
      expect(!said.includes('root:'), `${what}: no file of the machine`);
    }
    equal((await fetch(`http://127.0.0.1:${server.port}/livez`)).status, 200, 'the server lives');
    equal((await server.stop()).code, 0, 'exit code');
    return `${Object.keys(cases).length} cases`;
  });

  test('300 slow-loris connections leave healthy requests under 50 ms at the 99th percentile', async () => {
    const place = new SqlitePlace();
    const accounts = demo(place.args);
    const server = await Server.start(place.args);
    const hr = await new Client(server.port, { connections: 8 }).signIn(accounts.hr);
    const slow = [];
    let closed = 0;
    for (let n = 0; n < 300; n += 1) {
      const socket = net.connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.on('close', () => (closed += 1));
      // A third sends headers, a third a body, a third reads the answer, all a byte at a time.
      if (n % 3 === 0) socket.write('GET /api/v1/start HTTP/1.1\r\nHost: localhost\r\n');
      if (n % 3 === 1) socket.write('POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{');
      if (n % 3 === 2) {
        socket.write('GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(20));
        socket.pause();
      }
      slow.push(socket);
    }
    const drip = setInterval(() => slow.forEach((socket, n) => n % 3 < 2 && socket.writable && socket.write('X')), 500);
    const times = [];
    const end = Date.now() + 4_000;
    const healthy = async () => {
      while (Date.now() < end) {
        const start = performance.now();
        equal((await hr.get('/session')).status, 200, 'a healthy request');
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: 4 }, healthy));
    clearInterval(drip);
    times.sort((a, b) => a - b);
    const p99 = times[Math.floor(times.length * 0.99)];
    slow.forEach((socket) => socket.destroy());
    expect(p99 <= 50, `p99 ${p99.toFixed(1)} ms of ${times.length}`);
    const stopped = await server.stop();
    equal(stopped.code, 0, 'exit code');
    return `${times.length} requests, p99 ${p99.toFixed(1)} ms`;
  });
}
