// Each unit as one bar of states: met, uncertain, below, and the unknown as a pattern beside them.
import { Link } from 'react-router';
import type { Figures } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { StateBar } from '../ui/StateBar';
import { insights } from './texts';
import styles from './UnitStates.module.css';

export function UnitStates({ figures }: { figures: Figures }) {
  const t = useTexts(insights);
  const f = useFormats();
  return (
    <section className="k-card">
      <h2>{t.byUnitTitle}</h2>
      <ul>
        {figures.states_by_unit.map((unit) => (
          <li key={unit.unit} className={styles.unit}>
            <Link to={`${to.gap}?unit=${unit.unit}`} className="k-clip">{unit.name}</Link>
            <span className="k-faint k-s">{f.number(unit.people)}</span>
            {unit.hidden ? <span className={`${styles.hidden} k-s`}>{t.hiddenUnit}</span> : <StateBar states={unit} />}
          </li>
        ))}
      </ul>
      <div className={styles.whole}><StateBar states={figures.sums} legend /></div>
    </section>
  );
}
