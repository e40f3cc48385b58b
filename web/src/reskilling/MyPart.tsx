// Where am I in my reskilling, whom do I mentor, whose trial do I judge? Nothing when none of it applies.
import { Button, Checkbox } from '@mantine/core';
import type { MemberStep, MyMember, MyReskilling, Stage } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { useCheckStep, useJudgeTrial } from './api';
import { stageNames, stepKinds } from './names';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

const road: Stage[] = ['selected', 'learning', 'trial', 'placed'];

export function useStepName() {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const kinds = stepKinds[useLanguage()];
  return (step: MemberStep) => [label(step.name), step.kind !== 'activity' && `${kinds[step.kind]} ${t.toLevel(f.number(step.level ?? 0))}`].filter(Boolean).join(', ');
}

export function Stages({ stage }: { stage: Stage }) {
  const names = stageNames[useLanguage()];
  if (stage === 'left') return null;
  return (
    <ol className={styles.stages}>
      {road.map((one, i) => <li key={one} data-done={road.indexOf(stage) > i || undefined} data-here={one === stage || undefined} aria-current={one === stage ? 'step' : undefined}>{names[one]}</li>)}
    </ol>
  );
}

function useNext() {
  const t = useTexts(reskilling);
  const f = useFormats();
  const name = useStepName();
  return (member: MyMember) => {
    const step = member.steps.find((one) => !one.done);
    switch (member.stage) {
      case 'selected':
        return member.in ? [member.in.name, t.starts(f.day(member.in.starts)), member.in.place].filter(Boolean).join(', ') : t.noCohort;
      case 'learning':
        return step ? `${t.next}: ${name(step)}` : t.waitTrial;
      case 'trial':
        return member.passed ? t.passedTrial : t.onTrial;
      case 'placed':
        return t.isPlaced(f.day(member.placed ?? ''));
      default:
        return t.hasLeft(f.day(member.left_on ?? ''));
    }
  };
}

function Own({ member }: { member: MyMember }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const name = useStepName();
  const next = useNext()(member);
  const done = member.steps.filter((one) => one.done).length;
  return (
    <article className={styles.part} aria-label={member.programme_name}>
      <h3>{label(member.role_name)} · {member.programme_name}</h3>
      <Stages stage={member.stage} />
      <p><b>{next}</b></p>
      {member.in?.mentor && member.stage !== 'left' && <p className="k-s k-mut">{t.mentor}: {member.in.mentor.name}</p>}
      {member.steps.length > 0 && member.stage !== 'left' && (
        <details className="k-how">
          <summary>{t.stepsDone(f.number(done), f.number(member.steps.length))}</summary>
          <ul className={styles.steps}>{member.steps.map((step) => <li key={step.id}><span>{name(step)}</span><span className="k-mut">{step.done ? t.doneOn(f.day(step.done)) : t.hoursOf(f.decimal(step.hours))}</span></li>)}</ul>
        </details>
      )}
    </article>
  );
}

function Mentored({ member }: { member: MyMember }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const names = stageNames[useLanguage()];
  const name = useStepName();
  const check = useCheckStep();
  return (
    <article className={styles.part} aria-label={member.name}>
      <div className="k-row"><h3>{member.name}</h3><span className="k-mut k-s">{t.towards(label(member.role_name))}</span><span className="k-tag">{names[member.stage]}</span></div>
      <ul className={styles.steps}>
        {member.steps.map((step) => (
          <li key={step.id}>
            <Checkbox label={name(step)} aria-label={t.checkStep(name(step))} checked={!!step.done} disabled={member.stage !== 'learning' || check.isPending} onChange={(event) => check.mutate({ step: step.id, done: event.currentTarget.checked })} />
            <span className="k-mut">{step.done ? t.doneOn(f.dayShort(step.done)) : t.hoursOf(f.decimal(step.hours))}</span>
          </li>
        ))}
      </ul>
      <Refused error={check.error} />
    </article>
  );
}

function Trial({ member }: { member: MyMember }) {
  const t = useTexts(reskilling);
  const label = useLabel();
  const judge = useJudgeTrial();
  const tell = (passed: boolean) => judge.mutate({ member: member.id, passed });
  return (
    <article className={styles.part} aria-label={member.name}>
      <div className="k-row">
        <h3>{member.name}</h3><span className="k-mut k-s">{t.towards(label(member.role_name))}, {member.unit_name}</span><span className="k-grow" />
        {member.passed ? (
          <><span className="k-tag" data-tone="good">{t.passed}</span><Button variant="subtle" size="compact-sm" loading={judge.isPending} onClick={() => tell(false)}>{t.unpass}</Button></>
        ) : (
          <Button loading={judge.isPending} onClick={() => tell(true)}>{t.pass}</Button>
        )}
      </div>
      <Refused error={judge.error} />
    </article>
  );
}

export function MyPart({ mine }: { mine: MyReskilling }) {
  const t = useTexts(reskilling);
  return (
    <>
      {mine.own.length > 0 && <section className="k-card"><h2>{t.mine}</h2>{mine.own.map((one) => <Own key={one.id} member={one} />)}</section>}
      {mine.mentored.length > 0 && <section className="k-card"><h2>{t.mentored}</h2><p className="k-s k-mut">{t.mentoredHelp}</p>{mine.mentored.map((one) => <Mentored key={one.id} member={one} />)}</section>}
      {mine.trials.length > 0 && <section className="k-card"><h2>{t.trials}</h2><p className="k-s k-mut">{t.trialsHelp}</p>{mine.trials.map((one) => <Trial key={one.id} member={one} />)}</section>}
    </>
  );
}
