// One's own CV: the skills it speaks of become self-ratings, each confirmed with a level by the person.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCatalogue, useScales } from '../api/queries';
import { useActor } from '../api/session';
import type { Id, TextDraft, TextLine } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useRate, useTextDraft } from './api';
import styles from './Drafts.module.css';
import { keyOf, MarkedText } from './MarkedText';
import { TextForm } from './TextForm';
import { cv, drafts } from './texts';
import { useWhy } from './useWhy';

interface Rating {
  line: TextLine;
  skill: Id;
  /** Not yet chosen, or not to be rated: nothing. */
  level: number | null;
}

function Row({ one, onChange }: { one: Rating; onChange: (level: number | null) => void }) {
  const t = useTexts(cv);
  const label = useLabel();
  const why = useWhy();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const scale = scales?.find((item) => item.id === catalogue?.items.find((skill) => skill.id === one.skill)?.scale);
  const name = label(one.line.name);
  return (
    <li id={`line-${keyOf(one.line)}`} className={styles.rating}>
      <div className={styles.name}>
        <Link to={to.skill(one.skill)}>{name}</Link>
        <small>{why(one.line)}</small>
      </div>
      <Select aria-label={`${t.level}: ${name}`} placeholder={t.notRated} clearable w={230} size="xs" value={one.level === null ? null : String(one.level)} onChange={(value) => onChange(value === null ? null : Number(value))} data={(scale?.levels ?? []).map((level) => ({ value: String(level.level), label: `${level.level} ${label(level.name)}` }))} />
    </li>
  );
}

function Review({ text, draft }: { text: string; draft: TextDraft }) {
  const t = useTexts(cv);
  const d = useTexts(drafts);
  const label = useLabel();
  const actor = useActor();
  const navigate = useNavigate();
  const rate = useRate(actor.person ?? 0);
  // A level that the text does not speak of is the person's to choose, not ours to suggest.
  const [ratings, setRatings] = useState<Rating[]>(() => draft.lines.flatMap((line) => (line.skill ? [{ line, skill: line.skill, level: line.level_said ? line.level : null }] : [])));
  const others = draft.lines.filter((line) => !line.skill);
  const chosen = ratings.flatMap(({ skill, level }) => (level === null ? [] : [{ skill, level }]));
  if (draft.lines.length === 0)
    return <div className="k-card"><Empty icon="search" title={d.nothingFound} action={<Button component={Link} to={to.me}>{t.toMe}</Button>}>{t.nothingHelp}</Empty></div>;
  return (
    <div className={styles.review}>
      <section className="k-card">
        <h2>{d.text} <span className="k-faint">{d.found(draft.lines.length)}</span></h2>
        <MarkedText text={text} lines={draft.lines} />
      </section>
      <form
        className="k-stack"
        onSubmit={(event) => {
          event.preventDefault();
          rate.mutate(chosen, {
            onSuccess: () => {
              say(t.saved(chosen.length), { tone: 'good' });
              void navigate(to.me);
            },
          });
        }}
      >
        <section className={`k-card ${styles.lines}`}>
          <h2>{t.ratings} <span className="k-faint">{ratings.length}</span></h2>
          <p className="k-s k-mut">{t.ratingsHelp}</p>
          <ul>{ratings.map((one, i) => <Row key={one.skill} one={one} onChange={(level) => setRatings((now) => now.map((row, j) => (j === i ? { ...row, level } : row)))} />)}</ul>
        </section>
        {others.length > 0 && (
          <section className="k-card">
            <h2>{t.others} <span className="k-faint">{others.length}</span></h2>
            <p className="k-s k-mut">{t.othersHelp}</p>
            <ul>{others.map((line) => <li key={keyOf(line)} id={`line-${keyOf(line)}`}>{line.concept ? <Link to={to.concept(line.concept.id)}>{label(line.name)}</Link> : label(line.name)}</li>)}</ul>
            {draft.attribution && <p className="k-xs k-faint" lang="en">{draft.attribution}</p>}
          </section>
        )}
        <section className={`k-card ${styles.finish}`}>
          <p role="status">{t.chosen(chosen.length)}</p>
          <Refused error={rate.error} />
          <Button type="submit" loading={rate.isPending} disabled={chosen.length === 0}>{t.save}</Button>
        </section>
      </form>
    </div>
  );
}

export function CvPage() {
  const t = useTexts(cv);
  const d = useTexts(drafts);
  const actor = useActor();
  const draft = useTextDraft();
  if (!actor.person) return <Empty whole icon="me" title={t.nobody}>{t.nobodyHelp}</Empty>;
  if (draft.data)
    return (
      <Page title={t.title} crumb={t.crumb} actions={<Button variant="default" onClick={() => draft.reset()}>{d.again}</Button>}>
        <Review text={draft.variables} draft={draft.data} />
      </Page>
    );
  return (
    <Page title={t.title} crumb={t.crumb}>
      <TextForm label={t.label} draft={draft} back={to.me} />
    </Page>
  );
}
