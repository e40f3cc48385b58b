// Where files come in: choose what they hold, drop one, or go on with an earlier import.
import { Button, Menu } from '@mantine/core';
import { useRef, useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { download } from '../api/client';
import { can, useActor } from '../api/session';
import type { Import, ImportKind } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Refused } from '../ui/states';
import { importKindNames, words } from '../ui/words';
import { sendFile, useImports } from './api';
import styles from './ImportsPage.module.css';
import { guessKind } from './mapping';
import { imports } from './texts';

// What this reader may hand in.
function useKinds(): ImportKind[] {
  const actor = useActor();
  return [...(can(actor, 'import_files') ? (['people', 'roles', 'assessments'] as const) : []), ...(can(actor, 'edit_learning') ? (['activities'] as const) : [])];
}

function Drop() {
  const t = useTexts(imports);
  const f = useFormats();
  const names = importKindNames[useLanguage()];
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<ImportKind | null>(null);
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const kinds = useKinds();
  const help = { people: t.peopleHelp, roles: t.rolesHelp, assessments: t.assessmentsHelp, activities: t.activitiesHelp };

  const send = async (file: File | undefined) => {
    if (!file || sent !== null) return;
    setError(null);
    setSent(0);
    try {
      const made = await sendFile(kind ?? (kinds.length === 1 ? kinds[0] : undefined) ?? guessKind(file.name), file, setSent);
      void navigate(to.importing(made.id));
    } catch (refused) {
      setError(refused);
      setSent(null);
    }
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover' || event.type === 'dragenter');
    if (event.type === 'drop') void send(event.dataTransfer.files[0]);
  };

  return (
    <section className="k-card k-stack">
      <fieldset className={styles.kinds}>
        <legend className="k-s k-mut">{t.kind}</legend>
        {kinds.map((one) => (
          <label key={one} className={styles.kind} data-on={kind === one || undefined}>
            <input type="radio" name="kind" checked={kind === one || kinds.length === 1} onChange={() => setKind(one)} />
            <b>{names[one]}</b>
            <span className="k-s k-mut">{help[one]}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className={styles.drop} data-over={over || undefined} onClick={() => input.current?.click()} onDragEnter={drag} onDragOver={drag} onDragLeave={drag} onDrop={drag}>
        <Icon name="import" size={28} />
        {sent === null ? <><b>{t.drop}</b><span className="k-s k-mut">{t.dropHelp}</span></> : <><b role="status">{t.uploading(f.percent(sent))}</b><span className={styles.bar}><i style={{ width: `${sent * 100}%` }} /></span></>}
      </button>
      <input ref={input} type="file" hidden accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={(event) => void send(event.currentTarget.files?.[0])} />
      <Refused error={error} />
    </section>
  );
}

export function StateName({ one }: { one: Import }) {
  const t = useTexts(imports);
  const tone = { uploading: 'info', uploaded: 'look', checking: 'info', checked: 'look', applying: 'info', applied: 'good', failed: 'bad' }[one.state];
  return <span className="k-tag" data-tone={tone}>{one.state === 'uploading' ? t.arriving : t[one.state]}</span>;
}

export function ImportsPage() {
  const t = useTexts(imports);
  const w = useTexts(words);
  const f = useFormats();
  const names = importKindNames[useLanguage()];
  const navigate = useNavigate();
  const kinds = useKinds();
  const asked = useImports();
  return (
    <Page
      title={t.title}
      crumb={t.crumb}
      actions={
        <Menu position="bottom-end">
          <Menu.Target><Button variant="default" leftSection={<Icon name="file" size={16} />}>{t.templates}</Button></Menu.Target>
          <Menu.Dropdown>
            {kinds.flatMap((kind) => (['csv', 'xlsx'] as const).map((format) => (
              <Menu.Item key={kind + format} component="a" href={download(`/imports/templates/${kind}`, { format })} download>{t.templateOf(names[kind])} ({format === 'csv' ? w.exportCsv : w.exportXlsx})</Menu.Item>
            )))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <Drop />
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 4px' }}>{t.earlier}</h2>
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={4} /></div>}>
          {(data) => (
            <DataTable
              label={t.earlier}
              rows={data.pages.flatMap((page) => page.items)}
              rowKey={(one) => one.id}
              sortable={false}
              onRow={(one) => void navigate(to.importing(one.id))}
              below={<More list={asked} />}
              empty={<p className="k-mut" style={{ padding: '4px 16px 16px' }}>{t.none}</p>}
              columns={[
                { id: 'file', header: t.file, cell: ({ row }) => <Link to={to.importing(row.original.id)}>{row.original.filename}</Link> },
                { id: 'kind', header: t.kind, cell: ({ row }) => names[row.original.kind], meta: { wide: true } },
                { id: 'state', header: t.state, cell: ({ row }) => <StateName one={row.original} /> },
                { id: 'rows', header: t.rows, cell: ({ row }) => (row.original.rows == null ? '–' : f.number(row.original.rows)), meta: { numeric: true, wide: true } },
                { id: 'when', header: t.when, cell: ({ row }) => f.ago(row.original.created) },
                { id: 'by', header: t.by, cell: ({ row }) => row.original.by, meta: { wide: true } },
              ]}
            />
          )}
        </Answered>
      </section>
    </Page>
  );
}
