// Writes a programme, new or changed, whole; what the server refuses stands at its field.
import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { useRoles } from '../api/queries';
import { can, useActor } from '../api/session';
import type { Id, Programme } from '../api/types';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { DayField, OwnerPicker, RolePicker, UnitPicker } from '../ui/pickers';
import { Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useGrowth, useSaveProgramme, useScenarioNames } from './api';
import { firstDraft, inputOf, type ProgrammeDraft } from './programmeDraft';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';

const Part = ({ title, help, children }: { title: string; help?: string; children: ReactNode }) => <section className="k-card k-stack-s"><h2>{title}</h2>{help && <p className="k-s k-mut">{help}</p>}{children}</section>;

type Put = (change: Partial<ProgrammeDraft>) => void;

function Targets({ draft, put, field }: { draft: ProgrammeDraft; put: Put; field: (pointer: string) => string | undefined }) {
  const t = useTexts(programmes);
  const label = useLabel();
  const { data: roles } = useRoles();
  const { data: scenarios } = useScenarioNames();
  const growth = useGrowth();
  const name = (id: Id) => label(roles?.find((one) => one.id === id)?.name);
  const take = (scenario: string | null) =>
    scenario &&
    growth.mutate(Number(scenario), {
      onSuccess: ({ items }) => {
        const kept = draft.roles.filter((one) => !items.some((other) => other.role === one.role));
        put({ roles: [...kept, ...items.map(({ role, headcount }) => ({ role, headcount }))] });
        say(items.length > 0 ? t.took(items.length) : t.tookNone, { tone: items.length > 0 ? 'good' : undefined });
      },
    });
  return (
    <Part title={t.targets}>
      {field('/roles') && <p role="alert" className="k-s" style={{ color: 'var(--plum)' }}>{field('/roles')}</p>}
      <ul>
        {draft.roles.map((one, i) => (
          <li key={one.role} className={styles.target} aria-label={name(one.role)}>
            <TextInput label={t.roles} readOnly value={name(one.role)} error={field(`/roles/${i}/role`)} />
            <NumberInput label={t.headcount} allowDecimal={false} value={one.headcount} onChange={(headcount) => put({ roles: draft.roles.map((other, j) => (i === j ? { ...other, headcount } : other)) })} error={field(`/roles/${i}/headcount`)} />
            <ActionIcon aria-label={t.removeRole(name(one.role))} onClick={() => put({ roles: draft.roles.filter((_, j) => j !== i) })}><Icon name="trash" size={16} /></ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.two}>
        <RolePicker label={t.addRole} value={null} without={new Set(draft.roles.map((one) => one.role))} onChange={(role) => role && put({ roles: [...draft.roles, { role, headcount: 1 }] })} />
        <Select label={t.fromScenario} data={scenarios ?? []} value={null} onChange={take} />
      </div>
      <Refused error={growth.error} />
    </Part>
  );
}

export function ProgrammeForm({ programme, roles, onClose }: { programme: Programme | null; roles?: ProgrammeDraft['roles']; onClose: () => void }) {
  const t = useTexts(programmes);
  const w = useTexts(words);
  const language = useLanguage();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => firstDraft(programme, roles));
  const [touched, setTouched] = useState(false);
  const save = useSaveProgramme(programme);
  const put: Put = (change) => (setTouched(true), setDraft((before) => ({ ...before, ...change })));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const figures = { decimalSeparator: language === 'sv' ? ',' : '.', thousandSeparator: ' ' };
  return (
    <Page title={programme ? t.editTitle : t.newTitle} crumb={programme?.name ?? t.formCrumb}>
      <form
        className="k-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(inputOf(draft), {
            onSuccess: (saved) => {
              say(t.saved, { tone: 'good' });
              onClose();
              if (!programme) void navigate(to.programme(saved.id), { replace: true });
            },
          });
        }}
      >
        <Part title={t.what}>
          <TextInput label={w.name} data-autofocus value={draft.name} onChange={(event) => put({ name: event.currentTarget.value })} error={field('/name')} />
          <Textarea label={t.description} autosize minRows={2} value={draft.description} onChange={(event) => put({ description: event.currentTarget.value })} error={field('/description')} />
        </Part>
        <Targets draft={draft} put={put} field={field} />
        <Part title={t.whereWhen}>
          <div className={styles.four}>
            <UnitPicker label={t.unitLabel} value={draft.unit} onChange={(unit) => put({ unit })} error={field('/unit')} />
            <DayField label={t.readyLabel} value={draft.ready} onChange={(ready) => put({ ready })} error={field('/ready')} />
            <NumberInput label={t.weekly} {...figures} value={draft.hours} onChange={(hours) => put({ hours })} error={field('/hours_a_week')} />
            <OwnerPicker label={t.owner} known={programme?.owner} value={draft.owner} onChange={(owner) => put({ owner })} error={field('/owner')} />
          </div>
        </Part>
        <Part title={t.money} help={t.moneyHelp}>
          <div className={styles.four}>
            <NumberInput label={t.recruitment} {...figures} value={draft.recruitment} onChange={(recruitment) => put({ recruitment })} error={field('/recruitment_cost')} />
            <NumberInput label={t.onboarding} {...figures} value={draft.onboarding} onChange={(onboarding) => put({ onboarding })} error={field('/onboarding_weeks')} />
            <NumberInput label={t.salary} {...figures} value={draft.salary} onChange={(salary) => put({ salary })} error={field('/monthly_salary')} />
            <NumberInput label={t.hourCost} {...figures} value={draft.hourCost} onChange={(hourCost) => put({ hourCost })} error={field('/hour_cost')} />
          </div>
        </Part>
        <Refused error={save.error} />
        <div className="k-row">
          <Button type="submit" loading={save.isPending}>{t.save}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
          {touched && <span className="k-s k-faint">{t.unsaved}</span>}
        </div>
      </form>
    </Page>
  );
}

export function NewProgrammePage() {
  const w = useTexts(words);
  const navigate = useNavigate();
  const [role] = useIdParam('role');
  const [headcount] = useIdParam('headcount');
  if (!can(useActor(), 'run_programmes')) return <Empty icon="key" title={w.forbiddenTitle} whole>{w.forbidden}</Empty>;
  return <ProgrammeForm programme={null} roles={role ? [{ role, headcount: headcount ?? 1 }] : []} onClose={() => void navigate(to.programmes)} />;
}
