// What do we want to learn? How many want each skill and are curious about each role; never who.
import { useActor } from '../api/session';
import type { Id, Text, Wished } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { Link } from 'react-router';
import { useWished } from './api';
import { wishes } from './texts';
import styles from './Wishes.module.css';

interface Row {
  id: Id;
  name: Text;
  people: number;
}

function Most({ title, rows, hidden, at }: { title: string; rows: Row[]; hidden: number; at: (id: Id) => string }) {
  const t = useTexts(wishes);
  const f = useFormats();
  const label = useLabel();
  const most = Math.max(1, ...rows.map((one) => one.people));
  return (
    <section className="k-card k-flush">
      <h2 style={{ padding: '16px 16px 6px' }}>{title}</h2>
      <DataTable
        label={title}
        rows={rows}
        rowKey={(one) => one.id}
        empty={<p className="k-s k-mut" style={{ padding: '0 16px 16px' }}>{t.noneShort}</p>}
        columns={[
          { id: 'name', header: title, accessorFn: (one) => label(one.name), cell: ({ row: { original: one } }) => <Link to={at(one.id)}>{label(one.name)}</Link> },
          { id: 'share', header: () => <span className="k-unseen">{t.people}</span>, enableSorting: false, meta: { wide: true }, cell: ({ row: { original: one } }) => <span className={styles.bar} aria-hidden="true"><i style={{ width: `${(one.people / most) * 100}%` }} /></span> },
          { accessorKey: 'people', header: t.people, meta: { numeric: true }, cell: ({ row: { original: one } }) => f.number(one.people) },
        ]}
      />
      {hidden > 0 && <p className="k-s k-faint" style={{ padding: '10px 16px' }}>{t.hidden(hidden)}</p>}
    </section>
  );
}

function Both({ all }: { all: Wished }) {
  const t = useTexts(wishes);
  if (all.skills.length + all.roles.length + all.hidden_skills + all.hidden_roles === 0) return <div className="k-card"><Empty icon="skills" title={t.noneTitle}>{t.noneHelp}</Empty></div>;
  return (
    <div className="k-half">
      <Most title={t.skillsTitle} rows={all.skills.map(({ skill, ...one }) => ({ id: skill, ...one }))} hidden={all.hidden_skills} at={to.skill} />
      <Most title={t.rolesTitle} rows={all.roles.map(({ role, ...one }) => ({ id: role, ...one }))} hidden={all.hidden_roles} at={to.role} />
    </div>
  );
}

export function WishedPage() {
  const t = useTexts(wishes);
  const w = useTexts(words);
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  const asked = useWished(unit);
  return (
    <Page title={t.title} crumb={[actor.organisation, t.crumb].join(' · ')}>
      <div className="k-row k-no-print"><UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={220} /></div>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={8} height={18} /></div>}>{(all) => <Both all={all} />}</Answered>
      <p className="k-s k-faint">{t.help}</p>
    </Page>
  );
}
