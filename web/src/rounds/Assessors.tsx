// Assessors from outside, on a round's page: who is invited, until when, how far each has come; and what HR does with them.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Assessor, Id, Round } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { InvitationLetter } from '../ui/Invited';
import { DayField } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAssessors, useEndAssessor, useInviteAgain, useLastDay, useTakeCase } from './api';
import { GiveMore, Invite, Made } from './AssessorForm';
import { assessorStates, outside } from './assessorTexts';
import styles from './rounds.module.css';

const tones = { invited: 'look', active: 'good', over: undefined, closed: 'bad' } as const;
const done = (one: Assessor) => one.cases.filter((each) => each.answered >= each.questions).length;

const State = ({ one }: { one: Assessor }) => <span className="k-tag" data-tone={tones[one.state]}>{assessorStates[useLanguage()][one.state]}</span>;

function LastDay({ round, one }: { round: Round; one: Assessor }) {
  const t = useTexts(outside);
  const [day, setDay] = useState(one.last_day < today() ? round.closes : one.last_day);
  const prolong = useLastDay(round.id, one.account);
  const end = useEndAssessor(round.id, one.account);
  const again = useInviteAgain(round.id, one.account);
  return (
    <>
      <div className={styles.dates} style={{ alignItems: 'end' }}>
        <DayField label={t.lastDay} required value={day} onChange={setDay} />
        <Button variant="default" disabled={day === one.last_day} loading={prolong.isPending} onClick={() => prolong.mutate(day, { onSuccess: () => say(t.prolonged, { tone: 'good' }) })}>{t.prolong}</Button>
      </div>
      {(one.state === 'invited' || one.state === 'active') && (
        <div className="k-row">
          <Button variant="default" loading={again.isPending} onClick={() => again.mutate(false)}>{t.newLink}</Button>
          <Button variant="subtle" color="gray" loading={end.isPending} onClick={() => end.mutate(undefined, { onSuccess: () => say(t.ended) })}>{t.end}</Button>
        </div>
      )}
      <Refused error={prolong.error ?? end.error ?? again.error} />
      {again.data && <Made round={round.id} account={one.account} made={again.data} />}
    </>
  );
}

function Manage({ round, one }: { round: Round; one: Assessor }) {
  const t = useTexts(outside);
  const f = useFormats();
  const take = useTakeCase(round.id, one.account);
  const open = round.state === 'open';
  return (
    <div className="k-stack-s">
      <p className="k-mut">{one.organisation} · {one.email}</p>
      <div><State one={one} /></div>
      {one.letter && (one.state === 'invited' || one.letter.state !== 'sent') && <InvitationLetter letter={one.letter} />}
      {open && <LastDay key={one.last_day} round={round} one={one} />}
      <h3>{t.cases}</h3>
      <ul className={styles.named}>
        {one.cases.map((each) => (
          <li key={each.person}>
            <span className="k-grow">{each.name}</span>
            <span className="k-s k-mut">{t.answered(f.number(each.answered), f.number(each.questions))}</span>
            {open && each.answered === 0 && <Button size="compact-sm" variant="subtle" color="gray" aria-label={`${t.take}: ${each.name}`} onClick={() => take.mutate(each.person)}>{t.take}</Button>}
          </li>
        ))}
      </ul>
      <Refused error={take.error} />
      {open && <GiveMore round={round} assessor={one} />}
    </div>
  );
}

export function Assessors({ round }: { round: Round }) {
  const t = useTexts(outside);
  const f = useFormats();
  const asked = useAssessors(round.id);
  const [inviting, setInviting] = useState(false);
  const [managed, setManaged] = useState<Id | null>(null);
  const one = asked.data?.find((each) => each.account === managed);
  return (
    <section className="k-card k-stack-s">
      <h2>{t.title}</h2>
      <Answered asked={asked} bones={<Bones rows={2} />}>
        {(all) =>
          all.length === 0 ? (
            <p className="k-s k-mut">{round.state === 'open' ? t.help : t.none}</p>
          ) : (
            <ul className={styles.named}>
              {all.map((each) => (
                <li key={each.account}>
                  <div className="k-grow">
                    <button type="button" className={styles.link} aria-label={t.manage(each.name)} onClick={() => setManaged(each.account)}>{each.name}</button>
                    <div className="k-s k-mut">{each.organisation} · {t.done(f.number(done(each)), f.number(each.cases.length))} · {t.until(f.dayShort(each.last_day))}</div>
                  </div>
                  {each.letter?.state === 'failed' && <span className="k-tag" data-tone="bad">{t.letterFailed}</span>}
                  <State one={each} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {round.state === 'open' && <div><Button variant="default" leftSection={<Icon name="plus" size={15} />} onClick={() => setInviting(true)}>{t.add}</Button></div>}
      <Side title={t.add} open={inviting} onClose={() => setInviting(false)}><Invite round={round} /></Side>
      <Side title={one?.name ?? t.title} open={one !== undefined} onClose={() => setManaged(null)}>{one && <Manage round={round} one={one} />}</Side>
    </section>
  );
}
