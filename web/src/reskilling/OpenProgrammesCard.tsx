// Programmes that look for people, each with the reader's own interest and the way to express it.
import { Button } from '@mantine/core';
import type { OpenProgramme, OpenProgrammes } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { useIdParam } from '../ui/useParam';
import { InterestSide } from './InterestForm';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

function One({ programme, onOpen }: { programme: OpenProgramme; onOpen: () => void }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const { interest } = programme;
  const facts = [t.in(programme.unit_name), t.by(f.day(programme.ready)), t.aWeek(f.decimal(programme.hours_a_week)), programme.owner && t.runBy(programme.owner)].filter(Boolean).join(' · ');
  return (
    <article className={styles.programme} aria-label={programme.name}>
      <div className="k-row"><h3>{programme.name}</h3><span className="k-tag" data-tone={programme.state === 'open' ? 'good' : undefined}>{programme.state === 'open' ? t.full : t.notOpen}</span></div>
      {programme.description && <p className="k-s">{programme.description}</p>}
      <p className="k-s">{programme.roles.map((one) => `${label(one.name)}, ${t.places(one.headcount)}`).join(' · ')}</p>
      <p className="k-s k-mut">{facts}</p>
      <div className="k-row">
        {interest ? (
          <>
            <span className="k-tag" data-tone="info">{t.since(f.day(interest.since.slice(0, 10)))}</span>
            <Button variant="default" size="compact-sm" onClick={onOpen}>{programme.state === 'open' ? t.change : t.takeBack}</Button>
          </>
        ) : (
          <Button onClick={onOpen}>{t.express}</Button>
        )}
      </div>
    </article>
  );
}

export function OpenProgrammesCard({ all }: { all: OpenProgrammes }) {
  const t = useTexts(reskilling);
  const [asked, setAsked] = useIdParam('programme');
  return (
    <section className="k-card">
      <h2>{t.programmes}</h2>
      {all.items.length === 0 && <p className="k-s k-mut">{t.programmesNone}</p>}
      {all.items.map((one) => <One key={one.id} programme={one} onOpen={() => setAsked(one.id)} />)}
      <InterestSide programme={all.items.find((one) => one.id === asked)} all={all} onClose={() => setAsked(undefined)} />
    </section>
  );
}
