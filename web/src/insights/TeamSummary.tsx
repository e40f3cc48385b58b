// The team as a short list for the start page: each person's states, those farthest from ready first.
import { Link } from 'react-router';
import { useFormats } from '../ui/format';
import { to } from '../ui/paths';
import { StateBar } from '../ui/StateBar';
import { Answered } from '../ui/states';
import { useTeam } from './api';
import styles from './UnitStates.module.css';

export function TeamSummary({ title, more }: { title: string; more: string }) {
  const f = useFormats();
  const asked = useTeam();
  return (
    <section className="k-card">
      <div className="k-row" style={{ marginBottom: 6 }}><h2>{title}</h2><span className="k-grow" /><Link to={to.team} className="k-s">{more}</Link></div>
      <Answered asked={asked}>
        {(team) => (
          <ul>
            {[...team.people]
              .sort((a, b) => Number(a.sums.ready) - Number(b.sums.ready) || (b.sums.weighted_gap ?? 0) - (a.sums.weighted_gap ?? 0))
              .slice(0, 12)
              .map((person) => (
                <li key={person.id} className={styles.unit}>
                  <Link to={to.person(person.id)} className="k-clip">{person.name}</Link>
                  <span className="k-faint k-s">{person.sums.fit == null ? '–' : f.percent(person.sums.fit)}</span>
                  <StateBar states={person.sums} />
                </li>
              ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
