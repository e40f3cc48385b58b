// A new goal: from a proposal of the starter packs, or from nothing.
import { useState } from 'react';
import type { Goal, Starter } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Answered } from '../ui/states';
import { useStarters } from './api';
import { GoalForm } from './GoalForm';
import styles from './goals.module.css';
import { useMeasured } from './StateTag';
import { goals } from './texts';

export function NewGoal({ onClose, onSaved }: { onClose: () => void; onSaved: (goal: Goal) => void }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  const measured = useMeasured();
  const asked = useStarters(true);
  const [from, setFrom] = useState<Starter | null | undefined>();
  if (from !== undefined) return <GoalForm goal={null} starter={from} onClose={onClose} onSaved={onSaved} />;
  return (
    <Answered asked={asked}>
      {(all) =>
        all.length === 0 ? (
          <GoalForm goal={null} starter={null} onClose={onClose} onSaved={onSaved} />
        ) : (
          <div className="k-stack-s">
            <p className="k-mut">{t.starterHelp}</p>
            <div className={styles.starters}>
              <button type="button" className={styles.starter} onClick={() => setFrom(null)}><b>{t.blank}</b></button>
              {all.map((one) => (
                <button key={one.key} type="button" className={styles.starter} onClick={() => setFrom(one)}>
                  <b>{label(one.name)}</b>
                  <small>{label(one.metric)}: {t.fromTo(f.decimal(one.baseline), measured(one.target, one.measure))} · {t.needsOf(f.number(one.needs.length))}</small>
                </button>
              ))}
            </div>
          </div>
        )
      }
    </Answered>
  );
}
