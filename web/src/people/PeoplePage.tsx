// Everyone the actor may see: searched, filtered by unit and employment, fetched as one scrolls.
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePlaces } from '../api/finding';
import { useUnits } from '../api/queries';
import { can, useActor } from '../api/session';
import type { PersonRow } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { PlacePicker, UnitPicker } from '../ui/pickers';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import { words } from '../ui/words';
import { usePeople, type PeopleFilter } from './api';
import { PersonForm } from './PersonForm';
import { people } from './texts';

export function PeoplePage() {
  const t = useTexts(people);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const navigate = useNavigate();
  const [asked, setAsked] = useParam('q');
  const [unit, setUnit] = useIdParam('unit');
  const [place, setPlace] = useParam('place');
  const [status, setStatus] = useParam('status');
  const [sort, setSort] = useParam('sort');
  const [typed, setTyped] = useState(asked ?? '');
  const [settled] = useDebouncedValue(typed, 200);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    setAsked(settled.trim());
  }, [settled, setAsked]);

  const filter: PeopleFilter = { query: asked, unit, place, status: (status as PeopleFilter['status']) ?? 'employed', sort: (sort as PeopleFilter['sort']) ?? 'name' };
  const list = usePeople(filter);
  const ways = useTableWays('/people/export', { query: asked, unit, place, status: filter.status });
  const filtered = !!(asked ?? unit ?? place ?? status);

  const { data: units } = useUnits();
  const places = usePlaces();
  const located = useMemo(() => new Map(units?.map((one) => [one.id, one.located])), [units]);
  const columns = useMemo<Columns<PersonRow>>(
    () => [
      { id: 'name', header: w.name, cell: ({ row: { original: one } }) => <Link to={to.person(one.id)}>{one.name}</Link> },
      { id: 'title', header: t.unitTitle, cell: ({ row }) => row.original.title || '–', meta: { wide: true } },
      { id: 'unit', header: w.unit, cell: ({ row }) => row.original.unit_name || '–' },
      ...(places.length > 0 ? [{ id: 'place', header: w.place, cell: ({ row }: { row: { original: PersonRow } }) => located.get(row.original.unit ?? 0) || '–', meta: { wide: true } }] : []),
      { id: 'manager', header: w.manager, cell: ({ row }) => row.original.manager_name || '–', meta: { wide: true } },
      { id: 'number', header: w.number, cell: ({ row }) => <span className="k-mut">{row.original.number}</span>, meta: { wide: true } },
      { id: 'hired', header: status === 'left' ? t.leftDay : t.hired, cell: ({ row: { original: one } }) => f.dayShort(status === 'left' && one.left ? one.left : one.hired), meta: { numeric: true, wide: true } },
    ],
    [t, w, f, status, places, located],
  );

  return (
    <Page
      title={t.title}
      crumb={actor.organisation}
      actions={
        <>
          {can(actor, 'export_files') && <ExportMenu ways={ways} />}
          {can(actor, 'edit_people') && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t.add}</Button>}
        </>
      }
    >
      <div className="k-row k-no-print">
        <TextInput aria-label={t.searchPlaceholder} placeholder={t.searchPlaceholder} leftSection={<Icon name="search" size={16} />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} style={{ flex: '1 1 240px', maxWidth: 360 }} />
        <UnitPicker aria-label={w.unit} placeholder={w.unit} value={unit} onChange={setUnit} w={190} />
        <PlacePicker value={place} onChange={setPlace} w={150} />
        <Select aria-label={t.status} allowDeselect={false} w={130} value={filter.status} onChange={(value) => setStatus(value === 'employed' ? null : value)} data={[{ value: 'employed', label: t.employed }, { value: 'left', label: t.left }, { value: 'all', label: t.everyone }]} />
        <Select aria-label={w.sort} allowDeselect={false} w={150} value={filter.sort} onChange={(value) => setSort(value === 'name' ? null : value)} data={[{ value: 'name', label: t.sortName }, { value: 'unit', label: t.sortUnit }, { value: 'hired', label: t.sortHired }]} />
      </div>
      <div className="k-card k-flush">
        <Answered asked={list} bones={<div style={{ padding: 16 }}><Bones rows={12} /></div>}>
          {(data) => (
            <DataTable
              label={t.title}
              rows={data.pages.flatMap((page) => page.items)}
              columns={columns}
              rowKey={(one) => one.id}
              sortable={false}
              onRow={(one) => void navigate(to.person(one.id))}
              below={<More list={list} />}
              empty={
                filtered ? (
                  <Empty icon="search" title={t.noneTitle}>{t.noneHelp}</Empty>
                ) : (
                  <Empty icon="people" title={t.emptyTitle} action={can(actor, 'import_files') && <Button component={Link} to={to.imports}>{t.emptyGo}</Button>}>{t.emptyHelp}</Empty>
                )
              }
            />
          )}
        </Answered>
      </div>
      <PersonForm open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
