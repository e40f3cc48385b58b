// What open rounds ask of the reader: about themself, and about their team.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { hasRole, useActor } from '../api/session';
import type { OpenCase, OpenChoice } from '../api/types';
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
  /** whom it is about, when that is another */
  person?: string | null;
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
          <h3>{one.person ?? one.name}</h3>
          <div className="k-s k-mut">{one.person && `${one.name} · `}{one.words} · {t.lastDay(f.day(one.closes))}</div>
        </div>
        <Button component={Link} to={one.to} variant={done ? 'default' : 'filled'} aria-label={`${done ? t.look : one.answered > 0 ? t.goOn : t.begin}: ${one.name}, ${one.about.toLowerCase()}`}>{done ? t.look : one.answered > 0 ? t.goOn : t.begin}</Button>
      </div>
      <Far part={one.answered} whole={one.questions} label={one.words} />
    </li>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode[] }) =>
  children.length > 0 && (
    <>
      <h2>{title}</h2>
      <ul className="k-stack-s">{children}</ul>
    </>
  );

function Choice({ one }: { one: OpenChoice }) {
  const t = useTexts(answering);
  const f = useFormats();
  const said = [one.about_me && t.named(f.number(one.named), f.number(one.wanted)), one.reports > 0 && (one.waiting > 0 ? t.waiting(f.number(one.waiting)) : t.ofTeam)].filter(Boolean).join(' · ');
  return (
    <li className="k-card k-row">
      <div className="k-grow">
        <h3>{one.name}</h3>
        <div className="k-s k-mut">{said}</div>
      </div>
      <Button component={Link} to={to.roundPeers(one.round)} variant={one.waiting > 0 || (one.about_me && one.named < one.wanted) ? 'filled' : 'default'} aria-label={`${t.chooseThem}: ${one.name}`}>{t.chooseThem}</Button>
    </li>
  );
}

export function MyRoundsPage() {
  const t = useTexts(answering);
  const f = useFormats();
  const outside = hasRole(useActor(), 'assessor');
  const form = (one: OpenCase) => <One key={one.case} one={{ ...one, words: t.answered(f.number(one.answered), f.number(one.questions)), about: one.person ? t.aboutOne(one.person) : t.aboutMe, to: to.roundForm(one.case) }} />;
  const asked = useMyRounds();
  return (
    <Page title={t.mineTitle} crumb={t.mineCrumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={5} /></div>}>
        {(mine) =>
          mine.cases.length + mine.teams.length + mine.choices.length === 0 ? (
            outside ? (
              <div className="k-card"><Empty icon="check" title={t.noneOutside}>{t.noneOutsideHelp}</Empty></div>
            ) : (
            <div className="k-card"><Empty icon="check" title={t.mineEmpty} action={<Button component={Link} to={to.me}>{t.toProfile}</Button>}>{t.mineEmptyHelp}</Empty></div>
            )
          ) : (
            <div className="k-stack" style={{ maxWidth: 760 }}>
              <Part title={t.aboutMe}>{mine.cases.filter((one) => !one.person).map(form)}</Part>
              <Part title={t.choosing}>{mine.choices.map((one) => <Choice key={one.round} one={one} />)}</Part>
              <Part title={t.aboutOthers}>{mine.cases.filter((one) => one.person).map(form)}</Part>
              <Part title={t.aboutTeam}>
                {mine.teams.map((one) => <One key={one.round} one={{ ...one, words: t.ratedOf(f.number(one.done), f.number(one.people)), about: t.aboutTeam, to: to.roundTeam(one.round) }} />)}
              </Part>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
