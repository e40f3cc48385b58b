// One person: who, where, in what roles; the levels are put in by the app, which knows the assessments.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { can, useActor } from '../api/session';
import type { Id, Person } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bone, Bones } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useEndRole, useHeldRoles, usePerson, useStay } from './api';
import { genders } from './genders';
import { Mine } from './Mine';
import { LeaveForm, MoveForm, RoleForm } from './MoveForm';
import { PersonForm } from './PersonForm';
import styles from './PersonPage.module.css';
import { people } from './texts';

type Levels = (person: Person, own: boolean, aside: ReactNode) => ReactNode;

function Facts({ person, onAddRole }: { person: Person; onAddRole: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const f = useFormats();
  const g = useTexts(genders);
  const label = useLabel();
  const actor = useActor();
  const end = useEndRole(person.id);
  const { data: roles = [] } = useHeldRoles(person.id);
  const held = roles.filter((role) => !role.to || role.to >= today());
  const former = roles.filter((role) => role.to && role.to < today());
  return (
    <>
      <section className="k-card">
        <h2>{t.facts}</h2>
        <div className="k-fact"><span>{w.number}</span><span>{person.number}</span></div>
        {person.email && <div className="k-fact"><span>{w.email}</span><span><a href={`mailto:${person.email}`}>{person.email}</a></span></div>}
        <div className="k-fact"><span>{w.manager}</span><span>{person.manager ? can(actor, 'view_people') ? <Link to={to.person(person.manager.id)}>{person.manager.name}</Link> : person.manager.name : '–'}</span></div>
        <div className="k-fact"><span>{t.hired}</span><span>{f.day(person.hired)}</span></div>
        {person.birth_year != null && <div className="k-fact"><span>{t.birthYear}</span><span>{person.birth_year}</span></div>}
        {person.gender && person.gender !== 'unstated' && <div className="k-fact"><span>{t.gender}</span><span>{g[person.gender]}</span></div>}
        {person.left && <div className="k-fact"><span>{t.leftDay}</span><span>{f.day(person.left)}</span></div>}
      </section>
      <section className="k-card">
        <div className="k-row"><h2>{t.roles}</h2><span className="k-grow" />{person.may.edit && <Button size="compact-sm" variant="subtle" onClick={onAddRole}>{t.addRole}</Button>}</div>
        {held.length === 0 && <p className="k-s k-mut">{t.noRoles}</p>}
        {held.map((role) => (
          <div key={role.id} className="k-fact">
            <span><Link to={to.role(role.id)}>{label(role.name)}</Link></span>
            <span className={styles.since}>
              {t.since(f.dayShort(role.from))}
              {person.may.edit && (
                <ActionIcon size={24} aria-label={`${t.endRole}: ${label(role.name)}`} loading={end.isPending} onClick={() => end.mutate({ role: role.id, to: today() }, { onSuccess: () => say(t.roleEnded) })}>
                  <Icon name="close" size={14} />
                </ActionIcon>
              )}
            </span>
          </div>
        ))}
        {former.length > 0 && <p className="k-xs k-faint">{t.otherRoles}: {former.map((role) => label(role.name)).join(', ')}</p>}
      </section>
      <section className="k-card">
        <h2>{t.history}</h2>
        <ol className={styles.history}>
          {person.positions.map((one) => (
            <li key={one.id} data-now={!one.to || undefined}>
              <b>{one.title || '–'}</b>
              <span>{one.unit_name}{one.fte !== 1 && ` · ${f.percent(one.fte)}`}</span>
              <small>{f.dayShort(one.from)} – {one.to ? f.dayShort(one.to) : t.now}</small>
            </li>
          ))}
        </ol>
      </section>
      {person.reports.length > 0 && (
        <section className="k-card">
          <h2>{t.reports}</h2>
          <ul>{person.reports.map((one) => <li key={one.id} className="k-fact"><span><Link to={to.person(one.id)}>{one.name}</Link></span><span className="k-s k-mut">{one.title}</span></li>)}</ul>
        </section>
      )}
    </>
  );
}

function Shown({ person, own, levels }: { person: Person; own: boolean; levels: Levels }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const f = useFormats();
  const [form, setForm] = useState<'edit' | 'move' | 'role' | 'leave' | null>(null);
  const actor = useActor();
  const stay = useStay(person.id);
  const close = () => setForm(null);
  const current = person.positions.find((one) => !one.to) ?? person.positions[0];
  const crumb = [current?.title, current?.unit_name, person.left && (person.left > today() ? t.leavesOn(f.dayShort(person.left)) : t.leftOn(f.dayShort(person.left)))].filter(Boolean).join(' · ');
  return (
    <Page
      title={own ? t.me : person.name}
      crumb={own ? [person.name, crumb].join(' · ') : crumb}
      actions={
        <>
          {!own && can(actor, 'view_levels') && (person.may.levels || person.may.reason_needed) && <Button variant="default" component={Link} to={to.departure([person.id])}>{t.tryLeaving}</Button>}
          {own && can(actor, 'rate_self') && <Button variant="default" component={Link} to={to.myCv}>{t.fromCv}</Button>}
          <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>{w.print}</Button>
          {person.may.edit && (
            <Menu position="bottom-end">
              <Menu.Target><Button variant="default" rightSection={<Icon name="down" size={14} />}>{w.edit}</Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setForm('edit')}>{t.editTitle}</Menu.Item>
                <Menu.Item onClick={() => setForm('move')}>{t.move}</Menu.Item>
                <Menu.Item onClick={() => setForm('role')}>{t.addRole}</Menu.Item>
                {person.left ? <Menu.Item onClick={() => stay.mutate(undefined, { onSuccess: () => say(t.returned, { tone: 'good' }) })}>{t.undoLeave}</Menu.Item> : <Menu.Item onClick={() => setForm('leave')}>{t.leave}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    >
      {levels(person, own, <Facts person={person} onAddRole={() => setForm('role')} />)}
      <PersonForm person={person} open={form === 'edit'} onClose={close} />
      <Side title={t.moveTitle} open={form === 'move'} onClose={close}><MoveForm person={person} onClose={close} /></Side>
      <Side title={t.addRole} open={form === 'role'} onClose={close}><RoleForm person={person} onClose={close} /></Side>
      <Side title={t.leave} open={form === 'leave'} onClose={close}><LeaveForm person={person} onClose={close} /></Side>
    </Page>
  );
}

const PersonBones = () => (
  <div className="k-stack">
    <div className="k-stack-s"><Bone width={180} height={12} /><Bone width={260} height={24} /></div>
    <div className="k-two"><div className="k-card"><Bones rows={10} height={18} /></div><div className="k-card"><Bones rows={6} /></div></div>
  </div>
);

function OfId({ id, levels }: { id: Id; levels: Levels }) {
  const actor = useActor();
  const asked = usePerson(id);
  return (
    <Answered whole asked={asked} bones={<PersonBones />}>
      {(person) => <Shown person={person} own={actor.person === person.id} levels={levels} />}
    </Answered>
  );
}

export function PersonPage({ levels }: { levels: Levels }) {
  const { person = '' } = useParams();
  return <OfId key={person} id={Number(person) || 0} levels={levels} />;
}

/** The actor's own page; an account without a person has none. */
export const MyPage = ({ levels }: { levels: Levels }) => <Mine>{(person) => <OfId id={person} levels={levels} />}</Mine>;
