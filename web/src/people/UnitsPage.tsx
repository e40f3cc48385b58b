// The unit tree as a table: opened and closed, searched, edited; each unit leads to its people and its gaps.
import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { usePlaces } from '../api/finding';
import { useUnits } from '../api/queries';
import { can, useActor } from '../api/session';
import { isRefusal } from '../api/client';
import type { Id, Unit } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddUnit, useChangeUnit } from './api';
import { people } from './texts';
import { shownUnits } from './tree';
import styles from './UnitsPage.module.css';

function UnitForm({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const [name, setName] = useState(unit?.name ?? '');
  const [code, setCode] = useState(unit?.code ?? '');
  const [parent, setParent] = useState<Id | null>(unit?.parent ?? null);
  const [place, setPlace] = useState(unit?.place ?? '');
  const places = usePlaces();
  const above = useUnits().data?.find((one) => one.id === parent)?.located;
  const add = useAddUnit();
  const change = useChangeUnit();
  const error = add.error ?? change.error;
  const field = (pointer: string) => (isRefusal(error) ? error.field(pointer) : undefined);
  const done = () => {
    say(t.unitSaved, { tone: 'good' });
    onClose();
  };
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name: name.trim(), code: code.trim(), place: place.trim() };
        if (unit) change.mutate({ unit: unit.id, version: unit.version, ...body, ...(parent === null ? { top: true } : { parent }) }, { onSuccess: done });
        else add.mutate({ ...body, parent }, { onSuccess: done });
      }}
    >
      <TextInput label={t.unitName} required withAsterisk={false} autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
      <TextInput label={t.unitCode} description={t.codeHelp} required withAsterisk={false} value={code} onChange={(event) => setCode(event.currentTarget.value)} error={field('/code')} />
      <UnitPicker label={t.parent} placeholder={t.top} value={parent} onChange={setParent} error={field('/parent')} />
      <Autocomplete label={w.place} description={t.placeHelp} placeholder={above ? t.placeAbove(above) : undefined} data={places} value={place} onChange={setPlace} error={field('/place')} />
      <Refused error={error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={add.isPending || change.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function UnitsPage() {
  const t = useTexts(people);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const asked = useUnits();
  const [closed, setClosed] = useState<ReadonlySet<Id>>(new Set());
  const [find, setFind] = useState('');
  const [form, setForm] = useState<{ unit: Unit | null } | null>(null);
  const units = asked.data;
  const places = usePlaces();
  const rows = useMemo(() => shownUnits(units ?? [], closed, find), [units, closed, find]);
  const whole = units?.[0]?.people ?? 1;
  const edit = can(actor, 'edit_people');
  const toggle = (id: Id) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Page title={t.unitsTitle} crumb={units && t.unitsCrumb(f.number(units.length))} actions={edit && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setForm({ unit: null })}>{t.addUnit}</Button>}>
      {units && units.length > 12 && (
        <TextInput aria-label={t.findUnit} placeholder={t.findUnit} leftSection={<Icon name="search" size={16} />} value={find} onChange={(event) => setFind(event.currentTarget.value)} maw={320} />
      )}
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={12} /></div>}>
          {() =>
            units && units.length === 0 ? (
              <Empty icon="table" title={t.unitsEmpty} action={can(actor, 'import_files') && <Button component={Link} to={to.imports}>{t.emptyGo}</Button>}>{t.unitsEmptyHelp}</Empty>
            ) : (
              <table className={styles.table}>
                <thead><tr><th scope="col">{w.unit}</th><th scope="col" className={styles.wide}>{t.unitCode}</th>{places.length > 0 && <th scope="col" className={styles.wide}>{w.place}</th>}<th scope="col" className={styles.count}>{t.peopleIn}</th><th scope="col"><span className="k-unseen">{t.actions}</span></th></tr></thead>
                <tbody>
                  {rows.map(({ unit, parent, open }) => (
                    <tr key={unit.id}>
                      <th scope="row" style={{ paddingLeft: 12 + unit.depth * 20 }}>
                        <span className={styles.name}>
                          {parent ? (
                            <button type="button" className={styles.fold} aria-expanded={open} aria-label={unit.name} onClick={() => toggle(unit.id)}><Icon name={open ? 'down' : 'right'} size={14} /></button>
                          ) : <span className={styles.leaf} />}
                          <Link to={to.peopleIn(unit.id)}>{unit.name}</Link>
                        </span>
                      </th>
                      <td className={`k-mut ${styles.wide}`}>{unit.code}</td>
                      {places.length > 0 && <td className={`${unit.place ? '' : 'k-faint'} ${styles.wide}`}>{unit.located}</td>}
                      <td className={styles.count}>
                        <span className={styles.size} aria-hidden="true"><i style={{ width: `${(unit.people / whole) * 100}%` }} /></span>
                        {f.number(unit.people)}
                      </td>
                      <td className={styles.acts}>
                        {can(actor, 'view_aggregates') && <Link to={`${to.gap}?unit=${unit.id}`} className="k-s">{t.gapOf}</Link>}
                        {edit && <ActionIcon size={28} aria-label={`${t.editUnit}: ${unit.name}`} onClick={() => setForm({ unit })}><Icon name="edit" size={15} /></ActionIcon>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Answered>
      </div>
      <Side title={form?.unit ? t.editUnit : t.addUnit} open={form !== null} onClose={() => setForm(null)}>
        {form && <UnitForm unit={form.unit} onClose={() => setForm(null)} />}
      </Side>
    </Page>
  );
}
