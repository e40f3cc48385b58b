// What the file would do, or did: counts, problems row by row with their remedy, and the differences.
import { Tabs } from '@mantine/core';
import type { Id, Import, ImportChange, ImportKind, ImportOutcome } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useChanges, useFields, useProblems } from './api';
import styles from './ImportPage.module.css';
import { imports } from './texts';

const bones = <div style={{ padding: 16 }}><Bones rows={6} /></div>;

function Problems({ id }: { id: Id }) {
  const t = useTexts(imports);
  const asked = useProblems(id);
  return (
    <Answered asked={asked} bones={bones}>
      {(data) => (
        <DataTable
          label={t.problemsTab}
          rows={data.pages.flatMap((page) => page.items)}
          rowKey={(one) => `${one.row}.${one.column}.${one.code}`}
          sortable={false}
          below={<More list={asked} />}
          empty={<Empty icon="check" title={t.noProblems}>{t.noProblemsHelp}</Empty>}
          columns={[
            { accessorKey: 'row', header: t.row, meta: { numeric: true, width: 64 } },
            { id: 'severity', header: t.severity, cell: ({ row }) => <span className="k-tag" data-tone={row.original.severity === 'error' ? 'bad' : 'look'}>{t[row.original.severity]}</span>, meta: { wide: true } },
            { accessorKey: 'column', header: t.column },
            { id: 'value', header: t.value, cell: ({ row }) => (row.original.value ? <code>{row.original.value}</code> : '–'), meta: { wide: true } },
            { accessorKey: 'text', header: t.what },
          ]}
        />
      )}
    </Answered>
  );
}

// A new person's number and name have columns of their own.
const shownAlready = ['number', 'given', 'family', 'fte'];

function Changes({ id, of, kind }: { id: Id; of: ImportKind; kind: ImportChange['kind'] }) {
  const t = useTexts(imports);
  const label = useLabel();
  const { data: fields } = useFields(of);
  const nameOf = (change: ImportChange['fields'][number]) => change.of || (change.field === 'unit' ? w.unit : '') || label(fields?.find((field) => field.key === change.field)?.name) || change.field;
  const said = (field: string, value: string) => (field === 'requirement' ? t.requirement(value.split(' · ')) : value);
  const w = useTexts(words);
  const asked = useChanges(id, kind);
  return (
    <Answered asked={asked} bones={bones}>
      {(data) => (
        <DataTable
          label={t.change}
          rows={data.pages.flatMap((page) => page.items)}
          rowKey={(one) => `${one.row}.${one.key}`}
          sortable={false}
          below={<More list={asked} />}
          empty={<p className="k-mut" style={{ padding: 16 }}>{of === 'assessments' ? t.notListed : t.noChanges}</p>}
          columns={[
            { accessorKey: 'row', header: t.row, cell: ({ row }) => row.original.row || '–', meta: { numeric: true, width: 64 } },
            { accessorKey: 'name', header: w.name },
            { accessorKey: 'key', header: of === 'people' ? w.number : t.key, meta: { wide: true } },
            {
              id: 'fields',
              header: t.change,
              cell: ({ row }) =>
                kind === 'new' && of === 'people' ? row.original.fields.filter((field) => !shownAlready.includes(field.field) && field.after).map((field) => field.after).join(' · ') : row.original.fields.map((field) => (
                  <div key={field.of + field.field}><span className="k-mut">{nameOf(field)}:</span> {field.before && <span className={styles.before}>{said(field.field, field.before)}</span>} {said(field.field, field.after)}</div>
                )),
            },
          ]}
        />
      )}
    </Answered>
  );
}

export function Outcome({ one, outcome }: { one: Import; outcome: ImportOutcome }) {
  const t = useTexts(imports);
  const f = useFormats();
  const ways = useTableWays(`/imports/${one.id}/problems/export`);
  const counts = ['new', 'changed', 'unchanged', 'would_leave', 'problems', 'warnings'] as const;
  const first = outcome.problems + outcome.warnings > 0 ? 'problems' : outcome.new > 0 ? 'new' : 'changed';
  return (
    <>
      <section className="k-card">
        <div className={styles.figures}>
          {counts.filter((count) => count === 'new' || count === 'changed' || outcome[count] > 0).map((count) => (
            <div key={count} className={count === 'problems' ? styles.bad : undefined}><b>{f.number(outcome[count])}</b> {t[count]}</div>
          ))}
        </div>
      </section>
      <section className="k-card k-flush">
        <Tabs defaultValue={first} keepMounted={false}>
          <div className="k-row" style={{ padding: '8px 16px 0' }}>
            <Tabs.List style={{ flex: '1 1 260px', flexWrap: 'nowrap', overflowX: 'auto', overflowY: 'hidden' }}>
              <Tabs.Tab value="problems">{t.problemsTab} <span className="k-faint">{f.number(outcome.problems + outcome.warnings)}</span></Tabs.Tab>
              <Tabs.Tab value="new">{t.newTab} <span className="k-faint">{f.number(outcome.new)}</span></Tabs.Tab>
              <Tabs.Tab value="changed">{t.changedTab} <span className="k-faint">{f.number(outcome.changed)}</span></Tabs.Tab>
              {outcome.would_leave > 0 && <Tabs.Tab value="would_leave">{t.leaveTab} <span className="k-faint">{f.number(outcome.would_leave)}</span></Tabs.Tab>}
            </Tabs.List>
            {outcome.problems + outcome.warnings > 0 && <ExportMenu ways={ways} />}
          </div>
          <Tabs.Panel value="problems"><Problems id={one.id} /></Tabs.Panel>
          {(['new', 'changed', 'would_leave'] as const).map((kind) => <Tabs.Panel key={kind} value={kind}><Changes id={one.id} of={one.kind} kind={kind} /></Tabs.Panel>)}
        </Tabs>
      </section>
    </>
  );
}
