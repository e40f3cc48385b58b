// What could I become? Roles by how much of them one brings along, what is missing and what it takes; programmes that
// look for people; and one's own part in them. The reader's own levels alone are in it.
import { Button, NumberInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'react-router';
import { useActor } from '../api/session';
import type { NearRole, NearRoles } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useMine, useNearRoles, useOpenProgrammes } from './api';
import { lacks, Skills, Way } from './FitParts';
import { MyPart } from './MyPart';
import { OpenProgrammesCard } from './OpenProgrammesCard';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

const first = 6;

function Takes({ role }: { role: NearRole }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const { path } = role;
  const takes = [path.hours + path.practice > 0 && t.takes(f.number(path.hours + path.practice), f.number(path.weeks)), path.unknown > 0 && `${t.assess}: ${f.number(path.unknown)}`].filter(Boolean);
  return <>{takes.length > 0 ? takes.join(' · ') : t.ready}</>;
}

function Card({ role, onOpen }: { role: NearRole; onOpen: () => void }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const missing = role.skills.filter((one) => lacks(one) && one.level != null);
  return (
    <button type="button" className={`k-card ${styles.role}`} onClick={onOpen}>
      <b>{label(role.name)}</b>
      <span className={styles.share} data-far={!role.suggested}><i style={{ width: `${role.transferability * 100}%` }} /></span>
      <span className={styles.line}><span>{t.brings(f.percent(role.transferability))} · {t.alike(f.percent(role.similarity))}</span>{role.suggested && <span className="k-tag" data-tone="good">{t.suggested}</span>}{role.wished && <span className="k-tag">{t.wished}</span>}{role.programmes.length > 0 && <span className="k-tag" data-tone="info">{t.leads(role.programmes.length)}</span>}</span>
      {missing.length > 0 && <span className="k-s k-mut">{missing.slice(0, 3).map((one) => `${label(one.name)} ${t.step(f.decimal(one.level ?? 0), f.number(one.required))}`).join(', ')}</span>}
      <span className="k-s"><Takes role={role} /></span>
    </button>
  );
}

function Opened({ role }: { role: NearRole }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const actor = useActor();
  const unknown = role.skills.filter((one) => one.level == null).length;
  return (
    <div className="k-stack">
      <p>{t.brings(f.percent(role.transferability))} · {t.alike(f.percent(role.similarity))} {role.suggested && <span className="k-tag" data-tone="good" title={t.suggestedHelp}>{t.suggested}</span>}</p>
      <section className="k-stack-s"><h3>{t.missing}</h3><Skills fit={role} /></section>
      {unknown > 0 && <section className="k-stack-s"><h3>{t.assess}</h3><p className="k-s k-mut">{t.assessHelp}</p><div>{actor.person && <Button component={Link} to={to.me} variant="default" size="compact-sm">{t.assessMine}</Button>}</div></section>}
      <section className="k-stack-s"><h3>{t.path}</h3><p className="k-s"><Takes role={role} /></p><Way path={role.path} /></section>
      <div><Link to={to.role(role.role)}>{t.showRole}</Link></div>
      <details className="k-how"><summary>{t.explained}</summary><p>{t.explainedHelp}</p></details>
    </div>
  );
}

function Roles({ near }: { near: NearRoles }) {
  const t = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const [role, setRole] = useIdParam('role');
  const [all, setAll] = useState(false);
  if (near.known === 0) return <div className="k-card"><Empty icon="roles" title={t.unknownTitle} action={<Button component={Link} to={to.me}>{t.toProfile}</Button>}>{t.unknownHelp}</Empty></div>;
  if (near.items.length === 0) return <div className="k-card"><Empty icon="roles" title={t.noneTitle}>{t.noneHelp}</Empty></div>;
  const opened = near.items.find((one) => one.role === role);
  const shown = all ? near.items : near.items.slice(0, first);
  return (
    <>
      <div className={styles.roles}>{shown.map((one) => <Card key={one.role} role={one} onOpen={() => setRole(one.role)} />)}</div>
      {!all && near.items.length > first && <div className="k-row"><Button variant="subtle" onClick={() => setAll(true)}>{t.showMore(f.number(near.items.length))}</Button></div>}
      {opened && <Side title={label(opened.name)} open onClose={() => setRole(undefined)}><Opened role={opened} /></Side>}
    </>
  );
}

export function NearPage() {
  const t = useTexts(reskilling);
  const w = useTexts(words);
  const actor = useActor();
  const [hours, setHours] = useState<number | string>(8);
  const [asked] = useDebouncedValue(Number(hours) || 8, 250);
  const near = useNearRoles(asked);
  const programmes = useOpenProgrammes();
  const mine = useMine();
  if (!actor.person) return <Empty icon="key" title={w.forbiddenTitle} whole>{w.forbidden}</Empty>;
  return (
    <Page title={t.title} crumb={t.crumb}>
      <Answered asked={mine} bones={<span />}>{(all) => <MyPart mine={all} />}</Answered>
      <Answered asked={programmes} bones={<div className="k-card"><Bones rows={4} /></div>}>{(all) => <OpenProgrammesCard all={all} />}</Answered>
      <div className="k-row"><h2>{t.near}</h2><span className="k-grow" /><NumberInput aria-label={t.hours} leftSection={<span className="k-xs k-mut">h</span>} description={t.hours} min={1} max={40} w={170} value={hours} onChange={setHours} /></div>
      <Answered asked={near} bones={<div className="k-card"><Bones rows={8} /></div>}>{(all) => <Roles near={all} />}</Answered>
    </Page>
  );
}
