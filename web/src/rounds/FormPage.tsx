// One's own form: a skill at a time, its levels in words; every answer is saved as it is given and can be taken back.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { queryClient } from '../api/queries';
import type { FormSkill, GivenAnswer, Id, RoundForm, Scale } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { LevelChoice } from '../ui/LevelChoice';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAnswer, useDecline, useForm } from './api';
import { Far } from './Far';
import styles from './rounds.module.css';
import { inWords, level, same, without } from './said';
import { answering } from './texts';

function Question({ one, scale, open, give }: { one: FormSkill; scale: Scale; open: boolean; give: (given: GivenAnswer | null) => void }) {
  const t = useTexts(answering);
  const f = useFormats();
  const label = useLabel();
  const { before, answer } = one;
  const description = label(one.skill.description);
  return (
    <fieldset disabled={!open} className={`k-stack-s ${styles.plain}`}>
      {description && <p className="k-mut">{description}</p>}
      {before && !answer && (
        <div className={styles.before}>
          <span className="k-grow">{t.before(f.number(before.level), f.dayShort(before.day))}</span>
          <Button size="compact-sm" variant="default" onClick={() => give(level(before.level))}>{t.still(f.number(before.level))}</Button>
        </div>
      )}
      <LevelChoice label={t.choose} scale={scale} anchors={one.skill.anchors} value={answer?.level ?? null} onChange={(chosen) => give(level(chosen))} />
      <div className="k-row">
        {(['unknown', 'irrelevant'] as const).map((kind) => (
          <button key={kind} type="button" className={styles.other} aria-pressed={answer?.kind === kind} onClick={() => give(without(kind))}>{t[kind]}</button>
        ))}
        <span className="k-grow" />
        {answer && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => give(null)}>{t.takeBack}</Button>}
      </div>
    </fieldset>
  );
}

function End({ form, onNext }: { form: RoundForm; onNext: () => void }) {
  const t = useTexts(answering);
  const f = useFormats();
  const left = form.questions - form.answered;
  return (
    <div className="k-stack-s">
      <h2>{left > 0 ? t.leftTitle(f.number(left)) : t.thanks}</h2>
      <p className="k-mut">{left > 0 ? t.leftHelp : form.person ? t.othersThanksHelp : t.thanksHelp}</p>
      <div className="k-row">
        {left > 0 ? <Button onClick={onNext}>{t.toFirst}</Button> : !form.person && <Button component={Link} to={to.me}>{t.toProfile}</Button>}
        <Button variant="default" component={Link} to={to.myRounds}>{t.gone}</Button>
      </div>
    </div>
  );
}

function List({ form, at, onChoose }: { form: RoundForm; at: number; onChoose: (i: number) => void }) {
  const t = useTexts(answering);
  const label = useLabel();
  const language = useLanguage();
  return (
    <nav className="k-card" aria-label={t.all}>
      <h2>{t.all}</h2>
      <ol className={styles.list}>
        {form.skills.map((one, i) => (
          <li key={one.skill.id}>
            <button type="button" aria-current={i === at ? 'step' : undefined} data-done={one.answer ? true : undefined} onClick={() => onChoose(i)}>
              <span className="k-clip">{label(one.skill.name)}</span>
              <small>{one.answer ? inWords(language, one.answer) : '–'}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

// What those who answer about another are to know before they do.
function About({ form, name }: { form: RoundForm; name: string }) {
  const t = useTexts(answering);
  const navigate = useNavigate();
  const decline = useDecline();
  return (
    <>
      <div className={styles.before}>
        <span className="k-grow">{form.voice === 'peer' ? t.peerHelp(name) : t.assessorHelp(name)}</span>
        {form.voice === 'peer' && form.answered === 0 && <Button size="compact-sm" variant="default" loading={decline.isPending} onClick={() => decline.mutate(form.id, { onSuccess: () => (say(t.declined), void navigate(to.myRounds)) })}>{t.decline}</Button>}
      </div>
      <Refused error={decline.error} />
    </>
  );
}

function Shown({ form }: { form: RoundForm }) {
  const t = useTexts(answering);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const language = useLanguage();
  const scales = useMemo(() => new Map(form.scales.map((scale) => [scale.id, scale])), [form.scales]);
  const unanswered = (from = 0) => form.skills.findIndex((one, i) => i >= from && !one.answer);
  // Where one left off; behind the last question is the end.
  const [at, setAt] = useState(() => (form.open ? (unanswered() < 0 ? form.skills.length : unanswered()) : 0));
  const save = useAnswer(form.round);
  const one = form.skills[at];

  const put = (skill: Id, given: GivenAnswer | null) =>
    queryClient.setQueryData<RoundForm>(['rounds', 'form', form.id], (now) => {
      if (!now) return now;
      const skills = now.skills.map((each) => (each.skill.id === skill ? { ...each, answer: given } : each));
      return { ...now, skills, answered: skills.filter((each) => each.answer).length };
    });
  const give = (asked: FormSkill, given: GivenAnswer | null, undoing = false) => {
    const previous = asked.answer ?? null;
    if (same(previous, given)) return;
    const name = label(asked.skill.name);
    put(asked.skill.id, given);
    save.mutate(
      { one: form.id, skill: asked.skill.id, given },
      {
        onSuccess: () => say(given ? t.savedLevel(name, inWords(language, given)) : t.taken(name), undoing ? {} : { undo: () => give({ ...asked, answer: given }, previous, true) }),
      },
    );
  };

  return (
    <Page title={form.person ? t.othersTitle(form.person) : t.formTitle} crumb={<><Link to={to.myRounds}>{form.name}</Link> · {t.lastDay(f.day(form.closes))}</>}>
      {form.person && form.open && <About form={form} name={form.person} />}
      {!form.open && <p className="k-mut" role="status">{t.closedNow}</p>}
      <div className="k-two">
        <section className="k-card k-stack-s">
          <div className="k-row k-s k-mut"><span className="k-grow">{one ? t.question(f.number(at + 1), f.number(form.skills.length)) : w.done}</span><span>{t.answered(f.number(form.answered), f.number(form.questions))}</span></div>
          <Far part={form.answered} whole={form.questions} label={t.answered(f.number(form.answered), f.number(form.questions))} />
          {one ? (
            <>
              <h2 className={styles.skill}>{label(one.skill.name)}</h2>
              <Question key={one.skill.id} one={one} scale={scales.get(one.skill.scale) ?? form.scales[0]!} open={form.open} give={(given) => give(one, given)} />
              <Refused error={save.error} />
              <div className={styles.steps}>
                <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)} leftSection={<Icon name="left" size={15} />}>{t.previous}</Button>
                <span className="k-grow" />
                <Button variant={one.answer ? 'filled' : 'default'} onClick={() => setAt(at + 1)} rightSection={<Icon name="right" size={15} />}>{at + 1 < form.skills.length ? t.next : t.finish}</Button>
              </div>
            </>
          ) : (
            <End form={form} onNext={() => setAt(Math.max(0, unanswered()))} />
          )}
        </section>
        <List form={form} at={at} onChoose={setAt} />
      </div>
    </Page>
  );
}

export function FormPage() {
  const { case: one = '' } = useParams();
  const asked = useForm(Number(one) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={10} /></div><div className="k-card"><Bones rows={8} /></div></div></div>}>
      {(form) => <Shown key={form.id} form={form} />}
    </Answered>
  );
}
