// One activity: what it raises, when it is held, what comes before and after it, and the goals it serves.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCatalogue, useScales } from '../api/queries';
import type { Activity, SkillRaise } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { activityKinds, words } from '../ui/words';
import { ActivityForm } from './ActivityForm';
import { useActivity, useArchive, useRestore } from './api';
import styles from './learning.module.css';
import { learning } from './texts';

function Raise({ raise }: { raise: SkillRaise }) {
  const t = useTexts(learning);
  const f = useFormats();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const scale = scales?.find((one) => one.id === catalogue?.items.find((skill) => skill.id === raise.skill)?.scale);
  const [min, max] = [scale?.min ?? 0, scale?.max ?? 5];
  const at = (level: number) => ((level - min) / (max - min)) * 100;
  const named = (level: number) => t.level(f.number(level), label(scale?.levels.find((one) => one.level === level)?.name).toLowerCase());
  return (
    <div className={styles.raise}>
      <div className={styles.words}><Link to={to.skill(raise.skill)}><b>{label(raise.skill_name)}</b></Link><span className="k-mut" title={t.likelyHelp}>{t.likely(f.percent(raise.probability))}</span></div>
      <div className={styles.track} role="img" aria-label={t.track(f.number(raise.from), f.number(raise.to), f.number(max))}>
        <span className={styles.had} style={{ width: `${at(raise.from)}%` }} />
        <span className={styles.won} style={{ left: `${at(raise.from)}%`, width: `${at(raise.to) - at(raise.from)}%` }} />
        {Array.from({ length: max - min - 1 }, (_, i) => <i key={i} style={{ left: `${at(min + i + 1)}%` }} />)}
      </div>
      <div className={styles.words}><span className="k-mut">{named(raise.from)}</span><span>{named(raise.to)}</span></div>
    </div>
  );
}

function Chain({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const f = useFormats();
  const label = useLabel();
  if (one.after.length + one.entry.length + one.before.length === 0) return <p className="k-mut">{t.chainNone}</p>;
  const links = (list: Activity['after']) => list.map((other) => <p key={other.id}><Link to={to.activity(other.id)}>{label(other.name)}</Link></p>);
  return (
    <ol className={styles.chain}>
      {one.entry.length > 0 && <li><small>{t.entry}</small>{one.entry.map((entry) => <p key={entry.skill}><Link to={to.skill(entry.skill)}>{t.entryOf(label(entry.skill_name), f.number(entry.level))}</Link></p>)}</li>}
      {one.after.length > 0 && <li><small>{t.first}</small>{links(one.after)}</li>}
      <li data-here><small>{t.this}</small><p><b>{label(one.name)}</b></p></li>
      {one.before.length > 0 && <li><small>{t.then}</small>{links(one.before)}</li>}
    </ol>
  );
}

function Sessions({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const f = useFormats();
  if (one.sessions.length === 0) return <p className="k-mut">{t.noSessions}</p>;
  return (
    <div>
      {one.sessions.map((session) => {
        const past = session.starts < today();
        const seats = session.seats ?? one.seats;
        return (
          <div key={session.id} className={styles.session} data-past={past || undefined}>
            <b>{t.days(f.dayShort(session.starts), f.dayShort(session.ends))}</b>
            <span>{session.place || one.place || (one.online ? t.remote : '')}</span>
            {seats != null && <span className="k-mut">{t.seatsOf(f.number(seats))}</span>}
            {past && <span className="k-tag">{t.past}</span>}
          </div>
        );
      })}
    </div>
  );
}

function Serves({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const f = useFormats();
  const label = useLabel();
  if (one.serves.length === 0) return <p className="k-mut"><span className="k-tag" data-tone="look">{t.servesNone}</span> {t.servesNoneHelp}</p>;
  return (
    <div>
      {one.serves.map((goal) => (
        <div key={goal.goal} className={styles.served}>
          <Link to={to.goal(goal.goal)}>{label(goal.name)}</Link>
          <small>{t.weightOf(f.number(goal.weight))} · {goal.needs.map((need) => t.servesNeed(label(need.skill_name), f.number(need.level))).join(', ')}</small>
        </div>
      ))}
    </div>
  );
}

function Facts({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const f = useFormats();
  const kinds = activityKinds[useLanguage()];
  const where = [one.place, one.online && t.remote].filter((part) => !!part).join(', ');
  return (
    <section className="k-card">
      <div className="k-fact"><span>{t.kind}</span><span>{kinds[one.kind]}</span></div>
      <div className="k-fact"><span>{t.provider}</span><span>{one.provider || t.own}</span></div>
      <div className="k-fact"><span>{t.place}</span><span>{where || '–'}</span></div>
      <div className="k-fact"><span>{t.taught}</span><span>{f.languageName(one.language)}</span></div>
      <div className="k-fact"><span>{t.hours}</span><span>{f.decimal(one.hours)}</span></div>
      <div className="k-fact"><span>{t.seats}</span><span>{one.seats == null ? t.noLimit : f.number(one.seats)}</span></div>
      {one.cost && <div className="k-fact"><span>{t.seatCost}</span><span>{f.money(one.cost.seat, one.cost.currency)}</span></div>}
      {one.cost && <div className="k-fact"><span>{t.sessionCost}</span><span>{f.money(one.cost.session, one.cost.currency)}</span></div>}
      <div className="k-fact"><span>{t.valid}</span><span>{one.valid_to ? t.between(f.dayShort(one.valid_from), f.dayShort(one.valid_to)) : t.from(f.dayShort(one.valid_from))}</span></div>
    </section>
  );
}

function Shelf({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const archive = useArchive(one.id);
  const restore = useRestore(one.id);
  if (one.archived)
    return (
      <section className="k-card k-stack-s">
        <p>{t.isArchived}</p>
        <Refused error={restore.error} />
        {one.may_edit && <div className="k-row"><Button variant="default" loading={restore.isPending} onClick={() => restore.mutate(undefined, { onSuccess: () => say(t.restored, { tone: 'good' }) })}>{t.restore}</Button></div>}
      </section>
    );
  if (!one.may_edit) return null;
  return (
    <div className="k-stack-s">
      <Refused error={archive.error} />
      <div className="k-row"><Button variant="subtle" color="gray" loading={archive.isPending} onClick={() => archive.mutate(undefined, { onSuccess: () => say(t.archivedNow, { undo: () => restore.mutate(undefined) }) })}>{t.archive}</Button></div>
    </div>
  );
}

function Shown({ one }: { one: Activity }) {
  const t = useTexts(learning);
  const w = useTexts(words);
  const label = useLabel();
  const [editing, setEditing] = useState(false);
  if (editing) return <ActivityForm activity={one} onClose={() => setEditing(false)} />;
  return (
    <Page title={label(one.name)} crumb={<><Link to={to.learning}>{t.list}</Link>{one.archived && <> <span className="k-tag">{t.archived}</span></>}</>} actions={one.may_edit && <Button variant="default" leftSection={<Icon name="edit" size={15} />} onClick={() => setEditing(true)}>{w.edit}</Button>}>
      <div className="k-two">
        <div className="k-stack">
          <section className="k-card k-stack-s">
            {label(one.description) && <p style={{ whiteSpace: 'pre-line' }}>{label(one.description)}</p>}
            <h2>{t.raisesTitle}</h2>
            {one.raises.length === 0 ? <p className="k-mut">{t.raisesNone}</p> : one.raises.map((raise) => <Raise key={raise.skill} raise={raise} />)}
          </section>
          <section className="k-card k-stack-s"><h2>{t.sessions}</h2><Sessions one={one} /></section>
          <section className="k-card k-stack-s"><h2>{t.chain}</h2><Chain one={one} /></section>
        </div>
        <div className="k-stack">
          <Facts one={one} />
          <section className="k-card k-stack-s"><h2>{t.serves}</h2><Serves one={one} /></section>
          <Shelf one={one} />
        </div>
      </div>
    </Page>
  );
}

export function ActivityPage() {
  const { activity = '' } = useParams();
  const asked = useActivity(Number(activity) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={10} /></div><div className="k-card"><Bones rows={8} /></div></div></div>}>
      {(one) => <Shown key={one.id} one={one} />}
    </Answered>
  );
}
