// One role: what it requires, its versions, what differs between two of them and whom that touches.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { can, useActor } from '../api/session';
import type { Id, Requirement, RoleProfile } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { NeedBar } from '../ui/LevelBar';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useDifference, useRole } from './api';
import { RoleEditor } from './RoleEditor';
import styles from './RolePage.module.css';
import { skills } from './texts';

function Line({ one }: { one: Requirement }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const label = useLabel();
  const weights = [w.importance1, w.importance2, w.importance3];
  return (
    <li className={styles.line}>
      <Link to={to.skill(one.skill)}>{label(one.name)}</Link>
      <NeedBar required={one.level} max={5} />
      <span className="k-s k-mut">{t.level(one.level)} · {weights[one.importance - 1]}</span>
      {one.must ? <span className="k-tag" data-tone="look">{t.must}</span> : <span />}
    </li>
  );
}

function Difference({ role, from, to: until }: { role: Id; from: Id; to: Id }) {
  const t = useTexts(skills);
  const label = useLabel();
  const asked = useDifference(role, from, until);
  const said = (one?: Requirement | null) => (one ? `${t.level(one.level)}, ${t.weight(one.importance)}${one.must ? `, ${t.must}` : ''}` : '–');
  return (
    <Answered asked={asked} bones={<Bones rows={4} />}>
      {(difference) => (
        <div className="k-stack-s">
          {difference.changes.length === 0 ? (
            <p className="k-mut">{t.same}</p>
          ) : (
            <>
              {difference.touched == null ? (
                <p className="k-mut">{t.differenceHidden}</p>
              ) : (
                <p><b>{t.differenceOf(difference.touched, difference.holders)}</b> <span className="k-mut k-s">· {t.unmet(difference.newly_unmet ?? 0)} · {t.met(difference.newly_met ?? 0)}</span></p>
              )}
              <ul>
                {difference.changes.map((change) => (
                  <li key={change.skill} className={styles.change}>
                    <span className="k-tag" data-tone={change.kind === 'added' ? 'good' : change.kind === 'removed' ? 'bad' : 'info'}>{t[change.kind]}</span>
                    <Link to={to.skill(change.skill)}>{label(change.name)}</Link>
                    <span className="k-s k-mut">{said(change.before)} → {said(change.after)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Answered>
  );
}

function Shown({ role }: { role: RoleProfile }) {
  const t = useTexts(skills);
  const f = useFormats();
  const label = useLabel();
  const actor = useActor();
  const [editing, setEditing] = useState(false);
  const [from, setFrom] = useState<Id | null>(role.versions[1]?.id ?? null);
  const edit = can(actor, 'edit_roles');
  const { profile } = role;
  const requirements = [...(profile?.requirements ?? [])].sort((a, b) => Number(b.must) - Number(a.must) || b.importance - a.importance || b.level - a.level);
  if (editing) return <RoleEditor role={role} onClose={() => setEditing(false)} />;
  return (
    <Page title={label(role.name)} crumb={<Link to={to.roles}>{role.holders == null ? t.roleCrumbFew : t.roleCrumb(f.number(role.holders))}</Link>} actions={profile && <><Button variant="default" component={Link} to={to.analysedRole(role.id)}>{t.nearRoles}</Button>{edit && <Button onClick={() => setEditing(true)}>{t.newVersion}</Button>}</>}>
      {label(role.description) && <p className="k-mut" style={{ maxWidth: 720 }}>{label(role.description)}</p>}
      <div className="k-two">
        <div className="k-stack">
          <section className="k-card">
            {profile ? (
              <>
                <div className="k-row" style={{ alignItems: 'baseline' }}><h2>{t.requirementsTitle}</h2><span className="k-s k-mut">{t.since(f.day(profile.valid_from))}{profile.note && ` · ${profile.note}`}</span></div>
                <ul>{requirements.map((one) => <Line key={one.skill} one={one} />)}</ul>
              </>
            ) : (
              <Empty icon="roles" title={t.noProfileTitle} action={edit && <Button onClick={() => setEditing(true)}>{t.addRequirements}</Button>}>{t.noProfileHelp}</Empty>
            )}
          </section>
          {profile && role.versions.length > 1 && (
            <section className="k-card">
              <div className="k-row" style={{ marginBottom: 10 }}>
                <h2>{t.compareTitle}</h2>
                <span className="k-grow" />
                <Select aria-label={t.compareWith} allowDeselect={false} value={from === null ? null : String(from)} onChange={(value) => setFrom(Number(value))} data={role.versions.filter((version) => version.id !== profile.id).map((version) => ({ value: String(version.id), label: `${t.compareWith} ${f.dayShort(version.valid_from)}` }))} />
              </div>
              {from !== null && <Difference role={role.id} from={from} to={profile.id} />}
            </section>
          )}
        </div>
        <section className="k-card">
          <h2>{t.versionsTitle}</h2>
          {role.versions.map((version) => (
            <div key={version.id} className={styles.version}>
              <b>{t.from(f.dayShort(version.valid_from))}</b>
              <span className="k-s k-mut">{version.note}</span>
              <small className="k-faint">{version.by && `${t.by} ${version.by} · `}{version.requirements} {t.requirements.toLowerCase()}</small>
            </div>
          ))}
        </section>
      </div>
    </Page>
  );
}

export function RolePage() {
  const { role = '' } = useParams();
  const asked = useRole(Number(role) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={10} /></div><div className="k-card"><Bones rows={4} /></div></div></div>}>
      {(one) => <Shown key={`${one.id}.${one.version}`} role={one} />}
    </Answered>
  );
}
