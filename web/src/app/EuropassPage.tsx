// A person's profile laid out as a Europass CV, to be printed or saved as PDF: who, where, what they can do in words,
// and the certificates that hold. Composed of people and assessments.
import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useCatalogue, useScales, useUnits } from '../api/queries';
import { useActor } from '../api/session';
import type { HeldSkill, Person, SkillProfile } from '../api/types';
import { useSkillProfile } from '../assessments/api';
import { usePerson } from '../people/api';
import { today, useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { useTitle } from '../ui/Page';
import { to } from '../ui/paths';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import styles from './Europass.module.css';
import { europass } from './europassTexts';

const Row = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <div className={styles.row}><dt>{head}</dt><dd>{children}</dd></div>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}><h2>{title}</h2><dl>{children}</dl></section>
);

/** Skills with a known level, by their group in the catalogue; languages stand by themselves. */
function useGroups(profile: SkillProfile) {
  const { data: catalogue } = useCatalogue();
  const label = useLabel();
  const f = useFormats();
  const t = useTexts(europass);
  return useMemo(() => {
    const groupOf = new Map(catalogue?.items.map((skill) => [skill.id, skill.group ?? 0]));
    const known = profile.skills.filter((one) => one.level != null && one.level >= 1).sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || f.compare(label(a.name), label(b.name)));
    const groups = [...(catalogue?.groups ?? []).map((group) => ({ id: group.id, key: group.key, name: label(group.name) })), { id: 0, key: '', name: t.otherSkills }]
      .map((group) => ({ ...group, language: /^(languages?|sprak)$/.test(group.key), skills: known.filter((one) => groupOf.get(one.skill) === group.id) }))
      .filter((group) => group.skills.length > 0);
    return { languages: groups.filter((group) => group.language), skills: groups.filter((group) => !group.language) };
  }, [catalogue, profile, label, f, t]);
}

function Skills({ held }: { held: HeldSkill[] }) {
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const label = useLabel();
  const w = useTexts(words);
  const t = useTexts(europass);
  const scaleOf = new Map(catalogue?.items.map((skill) => [skill.id, scales?.find((scale) => scale.id === skill.scale)]));
  return (
    <ul className={styles.skills}>
      {held.map((one) => {
        const step = Math.round(one.level ?? 0);
        const meaning = scaleOf.get(one.skill)?.levels.find((level) => level.level === step)?.name;
        return (
          <li key={one.skill}>
            <b>{label(one.name)}</b>
            <span className={styles.dots} role="img" aria-label={`${w.level} ${step}/${one.scale_max}`}>{Array.from({ length: one.scale_max }, (_, i) => <i key={i} data-on={i < step || undefined} />)}</span>
            <span>{label(meaning) || `${w.level.toLowerCase()} ${step}`}{one.sources.every((source) => source.source === 'self') && <span className="k-mut"> ({t.ownRating})</span>}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Sheet({ person, profile }: { person: Person; profile: SkillProfile }) {
  const t = useTexts(europass);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const actor = useActor();
  const { data: units } = useUnits();
  const groups = useGroups(profile);
  const place = (unit: number | undefined) => units?.find((one) => one.id === unit)?.located;
  const now = person.positions.find((one) => one.from <= today() && (!one.to || one.to >= today()));
  const certificates = profile.skills.flatMap((one) => one.sources.filter((source) => source.source === 'certificate').map((source) => ({ ...source, id: one.skill, name: label(one.name) })));
  return (
    <article className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <h1>{person.name}</h1>
          <p>{[now?.title, now?.unit_name].filter(Boolean).join(', ')}</p>
        </div>
        <span className={styles.mark}>Curriculum vitae</span>
      </header>
      <Part title={t.personal}>
        {person.email && <Row head={w.email}>{person.email}</Row>}
        <Row head={t.employer}>{actor.organisation}</Row>
        {now && place(now.unit) && <Row head={w.place}>{place(now.unit)}</Row>}
        <Row head={t.hired}>{f.day(person.hired)}</Row>
      </Part>
      {person.positions.length > 0 && (
        <Part title={t.experience}>
          {person.positions.map((one) => (
            <Row key={one.id} head={`${f.dayShort(one.from)} – ${one.to ? f.dayShort(one.to) : t.now}`}>
              <b>{one.title || '–'}</b>
              <div>{[one.unit_name, place(one.unit)].filter(Boolean).join(', ')}</div>
            </Row>
          ))}
        </Part>
      )}
      {groups.skills.length > 0 && <Part title={t.skills}>{groups.skills.map((group) => <Row key={group.id} head={group.name}><Skills held={group.skills} /></Row>)}</Part>}
      {groups.languages.length > 0 && <Part title={t.languages}>{groups.languages.map((group) => <Row key={group.id} head={group.name}><Skills held={group.skills} /></Row>)}</Part>}
      {certificates.length > 0 && (
        <Part title={t.certificates}>
          {certificates.map((one) => (
            <Row key={one.id} head={f.dayShort(one.day)}><b>{one.name}</b><div>{one.expires ? t.holdsUntil(f.day(one.expires)) : t.holdsOn}</div></Row>
          ))}
        </Part>
      )}
      {profile.wishes.skills.length + profile.wishes.roles.length > 0 && (
        <Part title={t.wishes}>
          {profile.wishes.skills.length > 0 && <Row head={t.wantsSkills}>{profile.wishes.skills.map((one) => label(one.name)).join(', ')}</Row>}
          {profile.wishes.roles.length > 0 && <Row head={t.wantsRoles}>{profile.wishes.roles.map((one) => label(one.name)).join(', ')}</Row>}
        </Part>
      )}
      {groups.skills.length + groups.languages.length === 0 && <p className="k-mut">{t.nothing}</p>}
      <footer className={styles.foot}>{t.foot(f.day(profile.day))}</footer>
    </article>
  );
}

function Readable({ person, reason }: { person: Person; reason?: string }) {
  const asked = useSkillProfile(person.id, reason);
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={14} height={18} /></div>}>{(profile) => <Sheet person={person} profile={profile} />}</Answered>;
}

function Of({ person }: { person: Person }) {
  const t = useTexts(europass);
  const w = useTexts(words);
  const actor = useActor();
  const [reason, setReason] = useReason(actor.account);
  useTitle(t.title(person.name));
  const gate = !person.may.levels && person.may.reason_needed && !reason;
  return (
    <div className={styles.page}>
      <div className="k-row k-no-print">
        <Button variant="default" component={Link} to={actor.person === person.id ? to.me : to.person(person.id)} leftSection={<Icon name="left" size={16} />}>{w.back}</Button>
        <span className="k-grow" />
        {!gate && <Button onClick={() => window.print()} leftSection={<Icon name="print" size={16} />}>{t.print}</Button>}
      </div>
      {gate ? (
        <div className="k-card"><ReasonGate help={t.reasonHelp(person.name)} onReason={setReason} /></div>
      ) : !person.may.levels && !person.may.reason_needed ? (
        <div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div>
      ) : (
        <Readable person={person} reason={person.may.levels ? undefined : reason} />
      )}
    </div>
  );
}

export function EuropassPage() {
  const { person = '' } = useParams();
  const asked = usePerson(Number(person) || 0);
  return <Answered whole asked={asked} bones={<div className="k-card"><Bones rows={14} height={18} /></div>}>{(one) => <Of person={one} />}</Answered>;
}
