// The peer: Node's http server on as many processes as cores, with the same small authenticated read.
import cluster from "node:cluster";
import http from "node:http";
import { cpus } from "node:os";

if (cluster.isPrimary) {
  let told = false;
  const count = cpus().length;
  for (let i = 0; i < count; ++i) cluster.fork();
  cluster.on("listening", (_worker, address) => {
    if (!told) console.log(address.port);
    told = true;
  });
  process.on("SIGTERM", () => process.exit(0));
} else {
  const sessions = new Map();
  for (let account = 1; account <= 10000; ++account) sessions.set(`session-${account}`, { person: account });
  http
    .createServer((request, response) => {
      const session = sessions.get(/__Host-kunna=([^;]*)/.exec(request.headers.cookie ?? "")?.[1]);
      if (!session) return response.writeHead(401).end();
      if (request.url !== "/api/v1/me") return response.writeHead(404).end();
      const body = JSON.stringify({
        person: session.person, name: "Åsa Öberg", unit: "Drift och underhåll", since: "2019-08-01", roles: [3, 17],
      });
      response.writeHead(200, {
        "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      });
      response.end(body);
    })
    .listen(0, "127.0.0.1");
}
