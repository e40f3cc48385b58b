// The goals in their tree, how each stands, and a new one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useGoals } from '../api/queries';
import type { GoalRow } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { NewGoal } from './NewGoal';
import styles from './goals.module.css';
import { StateTag, Way } from './StateTag';
import { goals } from './texts';

function Row({ row }: { row: GoalRow }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: 12 + row.depth * 16 }}>
        <Link to={to.goal(row.id)}>{label(row.name)}</Link>
        <small>{label(row.metric)} · {t.weightOf(f.number(row.weight))} · {row.needs > 0 ? t.needsOf(f.number(row.needs)) : t.noNeeds}</small>
      </th>
      <td><Way row={row} /></td>
      <td><StateTag state={row.state} /></td>
      <td className={styles.wide}>{row.owner.name}{row.owner.left && <small>{t.left}</small>}</td>
      <td className={styles.wide}>{f.dayShort(row.due)}</td>
    </tr>
  );
}

export function GoalsPage() {
  const t = useTexts(goals);
  const navigate = useNavigate();
  const asked = useGoals();
  const [adding, setAdding] = useState(false);
  const mayEdit = asked.data?.may_edit ?? false;
  const add = mayEdit && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t.add}</Button>;
  return (
    <Page title={t.title} crumb={t.crumb} actions={asked.data && asked.data.items.length > 0 && add}>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} /></div>}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="goal" title={t.empty} action={add}>{mayEdit ? t.emptyHelp : t.emptyReader}</Empty>
            ) : (
              <table className={styles.table} aria-label={t.list}>
                <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.way}</th><th scope="col">{t.state}</th><th scope="col" className={styles.wide}>{t.owner}</th><th scope="col" className={styles.wide}>{t.due}</th></tr></thead>
                <tbody>{items.map((row) => <Row key={row.id} row={row} />)}</tbody>
              </table>
            )
          }
        </Answered>
      </div>
      <Side title={t.add} size={560} open={adding} onClose={() => setAdding(false)}>
        <NewGoal onClose={() => setAdding(false)} onSaved={(goal) => void navigate(to.goal(goal.row.id))} />
      </Side>
    </Page>
  );
}
