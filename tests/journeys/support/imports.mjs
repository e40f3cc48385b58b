// The import wizard by the API: hand in, map, wait for the check, apply, wait.
import { must, until } from './tell.mjs';

const resting = ['uploaded', 'checked', 'applied', 'failed'];

export async function handIn(client, kind, filename, bytes) {
  const reply = await client.ask('POST', '/imports', { query: { kind, filename }, body: bytes, headers: { 'Content-Type': 'application/octet-stream' } });
  must(reply.status === 201, () => `${filename} could not be handed in: ${reply.status} ${reply.bytes}`);
  return reply.json;
}

export const settled = (client, id) =>
  until(`import ${id} to come to rest`, async () => {
    const now = await client.get(`/imports/${id}`);
    return resting.includes(now.state) && now;
  });

// columns and options besides what the server suggests itself.
export async function checked(client, kind, filename, bytes, { columns = {}, options = {} } = {}) {
  const { id, mapping } = await handIn(client, kind, filename, bytes);
  await client.want('PUT', `/imports/${id}/mapping`, { body: { columns: { ...mapping.columns, ...columns }, options: { ...mapping.options, ...options } } });
  return settled(client, id);
}

export async function imported(client, kind, filename, bytes, choices) {
  const found = await checked(client, kind, filename, bytes, choices);
  must(found.state === 'checked' && found.outcome.problems === 0, () => `${filename} has problems: ${JSON.stringify(found.outcome ?? found.problem)}`);
  await client.post(`/imports/${found.id}/apply`);
  return settled(client, found.id);
}
