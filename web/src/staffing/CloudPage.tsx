// What is there much of, and little of? The skills that a unit's roles require, as large as those who hold them are many.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useActor } from '../api/session';
import type { SinglePoints } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useSinglePoints } from './api';
import { wordSize } from './cloud';
import styles from './CloudPage.module.css';
import { staffing } from './texts';

const everySkill = 1_000_000_000;

function Cloud({ points }: { points: SinglePoints }) {
  const t = useTexts(staffing);
  const f = useFormats();
  const label = useLabel();
  const most = Math.max(0, ...points.items.map((one) => one.holders));
  const named = points.items.map((one) => ({ ...one, label: label(one.name) })).sort((a, b) => f.compare(a.label, b.label));
  if (named.length === 0) return <Empty icon="skills" title={t.pointsNothing}>{t.pointsNothingHelp}</Empty>;
  return (
    <>
      <ul className={styles.cloud} aria-label={t.cloudTitle}>
        {named.map((one) => (
          <li key={one.skill} data-holders={one.holders} title={t.cloudWord(f.number(one.holders), f.number(one.required))}>
            <Link to={to.skill(one.skill)} style={{ fontSize: wordSize(one.holders, most) }}>{one.label}</Link>
            <b>{f.number(one.holders)}<span className="k-unseen"> {t.holders}</span></b>
          </li>
        ))}
      </ul>
      <p className="k-s k-faint" style={{ marginTop: 14 }}>{t.cloudHelp}{points.hidden > 0 && ` ${t.cloudHidden(points.hidden)}`}</p>
    </>
  );
}

export function CloudPage() {
  const t = useTexts(staffing);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const [unit, setUnit] = useIdParam('unit');
  // As a sum, whoever looks: nobody is named, so nobody's levels are read.
  const asked = useSinglePoints({ unit, holders: everySkill, names: false });
  const points = asked.data;
  return (
    <Page title={t.cloudTitle} crumb={points ? [points.name || t.all, t.people(f.number(points.people))].join(' · ') : actor.organisation} actions={<Button variant="default" component={Link} to={`${to.singlePoints}${unit ? `?unit=${unit}` : ''}`}>{t.pointsGo}</Button>}>
      <div className="k-row k-no-print"><UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={220} /></div>
      <section className="k-card">
        <Answered asked={asked} bones={<Bones rows={8} height={20} />}>{(answer) => <Cloud points={answer} />}</Answered>
      </section>
    </Page>
  );
}
