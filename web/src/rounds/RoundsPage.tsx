// Rounds as HR sees them: which there are, how far they have come, and a new one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RoundRow } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { useRounds } from './api';
import { Editor } from './Editor';
import { Far } from './Far';
import styles from './rounds.module.css';
import { StateTag } from './StateTag';
import { rounds, voiceNames } from './texts';

function Row({ round }: { round: RoundRow }) {
  const t = useTexts(rounds);
  const f = useFormats();
  const names = voiceNames[useLanguage()];
  return (
    <tr>
      <th scope="row"><Link to={to.round(round.id)}>{round.name}</Link></th>
      <td><StateTag state={round.state} /></td>
      <td className={styles.wide}>{t.period(f.dayShort(round.opens), f.dayShort(round.closes))}</td>
      <td className={styles.sum}>
        {round.voices.length === 0 && <span className="k-mut">–</span>}
        {round.voices.map((sum) => {
          const words = `${names[sum.voice]}: ${t.doneOf(f.number(sum.done), f.number(sum.cases))}`;
          return (
            <div key={sum.voice}>
              <span className="k-unseen">{words}</span>
              <span aria-hidden="true" className={styles.voice}>{names[sum.voice]}</span>
              <Far part={sum.done} begun={sum.begun} whole={sum.cases} label={words} />
              <span aria-hidden="true">{t.doneOf(f.number(sum.done), f.number(sum.cases))}</span>
            </div>
          );
        })}
      </td>
    </tr>
  );
}

export function RoundsPage() {
  const t = useTexts(rounds);
  const navigate = useNavigate();
  const asked = useRounds();
  const [adding, setAdding] = useState(false);
  const add = <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t.add}</Button>;
  return (
    <Page title={t.title} crumb={t.crumb} actions={asked.data && asked.data.length > 0 && add}>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} /></div>}>
          {(all) =>
            all.length === 0 ? (
              <Empty icon="check" title={t.empty} action={add}>{t.emptyHelp}</Empty>
            ) : (
              <table className={styles.table} aria-label={t.one}>
                <thead><tr><th scope="col">{t.name}</th><th scope="col">{t.state}</th><th scope="col" className={styles.wide}>{t.when}</th><th scope="col">{t.done}</th></tr></thead>
                <tbody>{all.map((round) => <Row key={round.id} round={round} />)}</tbody>
              </table>
            )
          }
        </Answered>
      </div>
      <Side title={t.add} open={adding} onClose={() => setAdding(false)}>
        <Editor round={null} onClose={() => setAdding(false)} onSaved={(round) => void navigate(to.round(round.id))} />
      </Side>
    </Page>
  );
}
