// Where the bands of a flow lie: those who leave a role stand on the left, those who come to one on the right, as high
// as people are many.
export interface FlowIn {
  from: string;
  to: string;
  people: number;
  placed: number;
}

export interface Laid {
  width: number;
  height: number;
  nodes: { key: string; name: string; people: number; x: number; y: number; height: number; left: boolean }[];
  bands: { key: string; d: string; placed: string }[];
}

const width = 640;
const gap = 16;
const least = 18; // of a node, so that its name has room
const tallest = 190;
const each = 14; // a person, while there is room

/** Nodes of one side from above, in the order in which they first occur, each at least so high that its name fits. */
function side(flows: FlowIn[], nameOf: (flow: FlowIn) => string, scale: number, left: boolean) {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(nameOf(flow), (sums.get(nameOf(flow)) ?? 0) + flow.people);
  let y = 0;
  return [...sums].map(([name, people]) => {
    const node = { key: `${left ? 'from' : 'to'} ${name}`, name, people, x: left ? 0 : width - 6, y, height: Math.max(least, people * scale), left };
    y += node.height + gap;
    return node;
  });
}

export function layFlow(flows: FlowIn[]): Laid {
  const total = flows.reduce((sum, flow) => sum + flow.people, 0) || 1;
  const scale = Math.min(tallest / total, each);
  const lefts = side(flows, (flow) => flow.from, scale, true);
  const rights = side(flows, (flow) => flow.to, scale, false);
  const used = new Map<string, number>();
  const place = (node: Laid['nodes'][number], people: number) => {
    const at = used.get(node.key) ?? 0;
    used.set(node.key, at + people);
    // Where a node is higher than its people, its bands share all of it.
    const unit = node.height / node.people;
    return { y: node.y + at * unit, unit };
  };
  const bands = flows.map((flow) => {
    const a = place(lefts.find((one) => one.name === flow.from)!, flow.people);
    const b = place(rights.find((one) => one.name === flow.to)!, flow.people);
    const path = (people: number) => {
      const [x0, x1, mid] = [6, width - 6, width / 2];
      return `M${x0} ${a.y}C${mid} ${a.y} ${mid} ${b.y} ${x1} ${b.y}V${b.y + people * b.unit}C${mid} ${b.y + people * b.unit} ${mid} ${a.y + people * a.unit} ${x0} ${a.y + people * a.unit}Z`;
    };
    return { key: `${flow.from} ${flow.to}`, d: path(flow.people), placed: flow.placed > 0 ? path(flow.placed) : '' };
  });
  const bottom = (nodes: Laid['nodes']) => Math.max(0, ...nodes.map((node) => node.y + node.height));
  return { width, height: Math.max(bottom(lefts), bottom(rights)), nodes: [...lefts, ...rights], bands };
}
