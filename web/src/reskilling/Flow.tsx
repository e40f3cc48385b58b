// From which roles to which: bands as wide as people are many, drawn by us, with the same numbers as a table behind.
import type { FlowSum } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { layFlow } from './flowLayout';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';

export function Flow({ flows, hidden, whole, few }: { flows: FlowSum[]; hidden: number; whole: boolean; /** Some are too few to be told of. */ few: boolean }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const label = useLabel();
  const from = (flow: FlowSum) => (flow.from_name ? label(flow.from_name) : t.noRole);
  if (flows.length === 0) return <p className="k-s k-mut">{hidden > 0 ? t.flowHidden(f.number(hidden)) : few ? t.flowFew : t.flowEmpty}</p>;
  const laid = layFlow(flows.map((flow) => ({ from: from(flow), to: label(flow.to_name), people: flow.people, placed: flow.placed })));
  return (
    <>
      <svg className={styles.sankey} viewBox={`0 0 ${laid.width} ${laid.height}`} role="img" aria-label={`${t.flowLabel}: ${flows.map((flow) => `${from(flow)} → ${label(flow.to_name)}, ${f.number(flow.people)}`).join('; ')}`}>
        {laid.bands.map((band) => <path key={band.key} className={styles.flow} d={band.d} />)}
        {laid.bands.filter((band) => band.placed).map((band) => <path key={band.key} className={styles.placed} d={band.placed} />)}
        {laid.nodes.map((node) => (
          <g key={node.key}>
            <rect className={styles.node} x={node.x} y={node.y} width={6} height={node.height} rx={2} />
            <text x={node.left ? node.x + 14 : node.x - 8} y={node.y + node.height / 2} dominantBaseline="central" textAnchor={node.left ? 'start' : 'end'}>{node.name} <tspan className={styles.count}>{f.number(node.people)}</tspan></text>
          </g>
        ))}
      </svg>
      {hidden > 0 && <p className="k-s k-mut">{t.flowHidden(f.number(hidden))}</p>}
      <details className="k-how">
        <summary>{t.asTable}</summary>
        <DataTable label={t.flowLabel} rows={flows} rowKey={(flow) => `${flow.from ?? 0}.${flow.to}`} columns={[
          { id: 'from', header: t.from, accessorFn: from },
          { id: 'to', header: t.to, accessorFn: (flow) => label(flow.to_name) },
          { id: 'people', header: t.people, accessorKey: 'people', meta: { numeric: true }, cell: ({ row: { original: one } }) => f.number(one.people) },
          ...(whole ? [{ id: 'placed', header: t.placed, accessorKey: 'placed' as const, meta: { numeric: true } }] : []),
        ]} />
      </details>
    </>
  );
}
