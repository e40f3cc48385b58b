// The page of the management: figures, largest gaps, the journey, readiness and what is to be decided next, on one sheet.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Figures, Standing } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { stepNames } from '../ui/stepNames';
import { words } from '../ui/words';
import { Frame } from './Frame';
import { Line } from './Journey';
import { usePlaces } from './places';
import { ReadinessSummary, Stalls } from './StrategyPage';
import styles from './strategy.module.css';
import { actNames, strategy as texts } from './texts';

const most = 5;

function TopGaps({ figures }: { figures: Figures | undefined }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  if (!figures || figures.largest.length === 0) return null;
  return (
    <section className="k-card">
      <h2>{t.topGaps}</h2>
      {figures.largest.slice(0, most).map((one) => <Link key={one.skill} className="k-fact" to={to.skill(one.skill)}><span>{label(one.name)}</span><span>{f.percent(one.share)} · {t.peopleBelow(one.people_below)}</span></Link>)}
    </section>
  );
}

function Decisions({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const f = useFormats();
  const language = useLanguage();
  const place = usePlaces();
  const open = standing.journey.filter((one) => one.next !== 'none').slice(0, most);
  return (
    <section className="k-card">
      <h2>{t.nextDecisions}</h2>
      {open.length === 0 && <p className="k-mut">{t.nothingToDecide}</p>}
      {open.map((one) => <Link key={one.step} className="k-fact" to={place(one.place)}><span>{actNames[language][one.next]}</span><span>{stepNames[language][one.step]}{one.due && `, ${f.dayShort(one.due)}`}</span></Link>)}
      {standing.strategy.next_review && <Link className="k-fact" to={place('reviews')}><span>{t.nextReview}</span><span>{f.day(standing.strategy.next_review)}</span></Link>}
    </section>
  );
}

export function SummaryPage({ figures, row }: { figures: Figures | undefined; /** the figures as cards, composed by the app */ row: ReactNode }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const navigate = useNavigate();
  const place = usePlaces();
  return (
    <Frame title={t.summaryTitle} actions={() => <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>{w.print}</Button>}>
      {(standing) => (
        <>
          {row}
          <section className={`k-card ${styles.still}`} aria-label={t.journey}>
            <h2>{t.journey} <span className="k-s k-mut">{t.journeyOf(String(standing.journey.filter((one) => one.state === 'done').length))}</span></h2>
            <Line journey={standing.journey} onOpen={() => void navigate(place('journey'))} />
          </section>
          <div className="k-half">
            <TopGaps figures={figures} />
            <Decisions standing={standing} />
            <ReadinessSummary standing={standing} />
            <Stalls standing={standing} />
          </div>
        </>
      )}
    </Frame>
  );
}
