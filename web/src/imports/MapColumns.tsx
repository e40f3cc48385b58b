// Which column is what, and how dates and names in the file are written; suggestions first, saved mappings at hand.
import { ActionIcon, Button, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Import, ImportOptions, Source } from '../api/types';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField } from '../ui/pickers';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { sourceNames, words } from '../ui/words';
import { useCheck, useFields, useMappings, useRemoveMapping, useSaveMapping } from './api';
import styles from './ImportPage.module.css';
import { assign, fitting, missing, type Columns } from './mapping';
import { imports } from './texts';

export function MapColumns({ one, onChecked }: { one: Import; onChecked: () => void }) {
  const t = useTexts(imports);
  const w = useTexts(words);
  const label = useLabel();
  const sources = sourceNames[useLanguage()];
  const fields = useFields(one.kind);
  const { data: mappings } = useMappings(one.kind);
  const [columns, setColumns] = useState<Columns>(one.mapping.columns ?? {});
  const [options, setOptions] = useState<ImportOptions>(one.mapping.options);
  const [name, setName] = useState('');
  const check = useCheck(one.id);
  const save = useSaveMapping();
  const remove = useRemoveMapping();
  const put = (change: Partial<ImportOptions>) => setOptions((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(check.error) ? check.error.field(pointer) : undefined);
  const choices = one.columns.map((column) => column.name);

  return (
    <Answered asked={fields} bones={<div className="k-card"><Bones rows={10} /></div>}>
      {(known) => {
        const lacking = missing(known, columns);
        const unused = choices.filter((choice) => !Object.values(columns).includes(choice));
        return (
          <div className="k-two">
            <section className="k-card">
              <table className={styles.fields}>
                <thead><tr><th scope="col">{t.field}</th><th scope="col">{t.column}</th><th scope="col">{t.sample}</th></tr></thead>
                <tbody>
                  {known.map((one_) => {
                    const used = columns[one_.key];
                    const samples = one.columns.find((column) => column.name === used)?.samples ?? [];
                    return (
                      <tr key={one_.key}>
                        <th scope="row" title={label(one_.help)}>{label(one_.name)} {one_.required && <span className="k-s k-faint">· {w.required}</span>}</th>
                        <td>
                          <Select aria-label={`${t.column}: ${label(one_.name)}`} placeholder={t.notUsed} clearable searchable value={used ?? null} onChange={(value) => setColumns((now) => assign(now, one_.key, value))} data={choices} error={field(`/columns/${one_.key}`)} />
                        </td>
                        <td className={styles.samples}>{used ? samples.slice(0, 3).map((sample, i) => <code key={i}>{sample}</code>) : <span className="k-faint">{label(one_.help)}</span>}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </section>
            <div className="k-stack">
              <section className="k-card k-stack-s">
                <h2>{t.options}</h2>
                <Select label={t.dateOrder} allowDeselect={false} value={options.date_order ?? ''} onChange={(value) => put({ date_order: value === 'dmy' || value === 'mdy' ? value : null })} data={[{ value: '', label: t.dateAuto }, { value: 'dmy', label: t.dmy }, { value: 'mdy', label: t.mdy }]} error={field('/options/date_order')} />
                {one.kind === 'people' && <Select label={t.nameOrder} allowDeselect={false} value={options.name_order ?? ''} onChange={(value) => put({ name_order: value === 'given_family' || value === 'family_given' ? value : null })} data={[{ value: '', label: t.nameAuto }, { value: 'given_family', label: t.givenFamily }, { value: 'family_given', label: t.familyGiven }]} />}
                {one.kind === 'assessments' && <Select label={t.source} allowDeselect={false} value={options.source ?? 'manager'} onChange={(value) => put({ source: value as Source })} data={Object.entries(sources).map(([value, text]) => ({ value, label: text }))} />}
                <DayField label={t.asOf} value={options.as_of ?? ''} onChange={(day) => put({ as_of: day || null })} error={field('/options/as_of')} />
                {one.kind === 'people' && (
                  <>
                    <Switch label={t.absent} description={t.absentHelp} checked={options.absent_leave ?? false} onChange={(event) => put({ absent_leave: event.currentTarget.checked })} mt={6} />
                    {options.absent_leave && <DayField label={t.leaveDay} value={options.leave_day ?? ''} onChange={(day) => put({ leave_day: day || null })} error={field('/options/leave_day')} />}
                  </>
                )}
              </section>
              <section className="k-card k-stack-s">
                <h2>{t.savedMappings}</h2>
                {(mappings ?? []).map((saved) => (
                  <div key={saved.id} className="k-row">
                    <span className="k-grow k-clip">{saved.name}</span>
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => {
                        setColumns(fitting(saved, choices));
                        setOptions(saved.options);
                      }}
                    >
                      {t.useMapping}
                    </Button>
                    <ActionIcon size={26} aria-label={`${w.remove}: ${saved.name}`} onClick={() => remove.mutate(saved.id, { onSuccess: () => say(t.mappingRemoved, { undo: () => save.mutate({ name: saved.name, kind: saved.kind, columns: saved.columns, options: saved.options }) }) })}>
                      <Icon name="trash" size={14} />
                    </ActionIcon>
                  </div>
                ))}
                <form
                  className="k-row"
                  onSubmit={(event) => {
                    event.preventDefault();
                    save.mutate(
                      { name: name.trim(), kind: one.kind, columns, options },
                      {
                        onSuccess: () => {
                          say(t.mappingSaved, { tone: 'good' });
                          setName('');
                        },
                      },
                    );
                  }}
                >
                  <TextInput aria-label={t.saveAs} placeholder={t.saveAs} value={name} onChange={(event) => setName(event.currentTarget.value)} style={{ flex: 1 }} />
                  <Button type="submit" variant="default" disabled={!name.trim()} loading={save.isPending}>{w.save}</Button>
                </form>
              </section>
              <section className="k-card k-stack-s">
                {unused.length > 0 && <p className="k-s k-mut">{t.unused(unused.join(', '))}</p>}
                {lacking.length > 0 && <p className="k-s" role="status">{t.missing(lacking.map((one_) => label(one_.name)).join(', '))}</p>}
                <Refused error={check.error} />
                <Button disabled={lacking.length > 0} loading={check.isPending} onClick={() => check.mutate({ columns, options }, { onSuccess: onChecked })}>{t.check}</Button>
              </section>
            </div>
          </div>
        );
      }}
    </Answered>
  );
}
