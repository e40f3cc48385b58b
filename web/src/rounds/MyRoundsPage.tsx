// What open rounds ask of the reader: about themself, and about their team.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import { useMyRounds } from './api';
import { Far } from './Far';
import { answering } from './texts';

interface Waiting {
  name: string;
  closes: string;
  questions: number;
  answered: number;
  words: string;
  about: string;
  to: string;
}

function One({ one }: { one: Waiting }) {
  const t = useTexts(answering);
  const f = useFormats();
  const done = one.answered >= one.questions;
  return (
    <li className="k-card k-stack-s">
      <div className="k-row">
        <div className="k-grow">
          <h3>{one.name}</h3>
          <div className="k-s k-mut">{one.words} · {t.lastDay(f.day(one.closes))}</div>
        </div>
        <Button component={Link} to={one.to} variant={done ? 'default' : 'filled'} aria-label={`${done ? t.look : one.answered > 0 ? t.goOn : t.begin}: ${one.name}, ${one.about.toLowerCase()}`}>{done ? t.look : one.answered > 0 ? t.goOn : t.begin}</Button>
      </div>
      <Far part={one.answered} whole={one.questions} label={one.words} />
    </li>
  );
}

export function MyRoundsPage() {
  const t = useTexts(answering);
  const f = useFormats();
  const asked = useMyRounds();
  return (
    <Page title={t.mineTitle} crumb={t.mineCrumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={5} /></div>}>
        {(mine) =>
          mine.cases.length + mine.teams.length === 0 ? (
            <div className="k-card"><Empty icon="check" title={t.mineEmpty} action={<Button component={Link} to={to.me}>{t.toProfile}</Button>}>{t.mineEmptyHelp}</Empty></div>
          ) : (
            <div className="k-stack" style={{ maxWidth: 760 }}>
              {mine.cases.length > 0 && <h2>{t.aboutMe}</h2>}
              <ul className="k-stack-s">
                {mine.cases.map((one) => <One key={one.case} one={{ ...one, words: t.answered(f.number(one.answered), f.number(one.questions)), about: t.aboutMe, to: to.roundForm(one.case) }} />)}
              </ul>
              {mine.teams.length > 0 && <h2>{t.aboutTeam}</h2>}
              <ul className="k-stack-s">
                {mine.teams.map((one) => <One key={one.round} one={{ ...one, words: t.ratedOf(f.number(one.done), f.number(one.people)), about: t.aboutTeam, to: to.roundTeam(one.round) }} />)}
              </ul>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
