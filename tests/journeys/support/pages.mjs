// For work on the web pages: KUNNA_WEB=web/dist serves the pages of that folder in front of a server, so that they can
// be tried before they are built into the binary.
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

export function before(folder, port) {
  const front = createServer((asked, answer) => {
    const path = asked.url.split('?')[0];
    if (path.startsWith('/api/v1')) {
      const behind = request({ host: '127.0.0.1', port, path: asked.url, method: asked.method, headers: asked.headers }, (reply) => {
        answer.writeHead(reply.statusCode, reply.headers);
        reply.pipe(answer);
      });
      behind.on('error', () => answer.destroy());
      asked.pipe(behind);
      return;
    }
    const file = extname(path) ? path : '/index.html';
    try {
      const bytes = readFileSync(join(folder, file));
      answer.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  return new Promise((resolve) => front.listen(0, '127.0.0.1', () => resolve(front)));
}
