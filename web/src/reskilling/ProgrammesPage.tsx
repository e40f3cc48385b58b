// Whom can we reskill? Every programme, what it leads to and how far it has come; sums for those who may not see people.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { ProgrammeTold } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import { useProgrammes } from './api';
import { stageNames, stateOfProgramme } from './names';
import { programmes } from './programmeTexts';

export const toneOf = { draft: undefined, open: 'good', running: 'info', closed: undefined } as const;

/** "19 have expressed interest · 8 learning": what may be told, in one line. */
export function useHowFar() {
  const t = useTexts(programmes);
  const f = useFormats();
  const names = stageNames[useLanguage()];
  return ({ sums: { stages, hidden } }: ProgrammeTold) => {
    const parts = (['selected', 'learning', 'trial', 'placed'] as const).filter((stage) => stages[stage]).map((stage) => `${f.number(stages[stage] ?? 0)} ${names[stage]}`);
    const all = [stages.interested != null && stages.interested > 0 && t.interested(f.number(stages.interested)), ...parts].filter(Boolean);
    return all.length > 0 ? all.join(' · ') : hidden ? t.tooFew : '–';
  };
}

export function ProgrammesPage() {
  const t = useTexts(programmes);
  const f = useFormats();
  const label = useLabel();
  const states = stateOfProgramme[useLanguage()];
  const howFar = useHowFar();
  const runs = can(useActor(), 'run_programmes');
  const asked = useProgrammes();
  const add = runs && <Button component={Link} to={to.newProgramme()} leftSection={<Icon name="plus" size={16} />}>{t.add}</Button>;
  const columns: Columns<ProgrammeTold> = [
    { id: 'name', header: t.name, accessorKey: 'name', cell: ({ row: { original: one } }) => <Link to={to.programme(one.id)}><b>{one.name}</b></Link> },
    { id: 'state', header: t.state, accessorKey: 'state', cell: ({ row: { original: one } }) => <span className="k-tag" data-tone={toneOf[one.state]}>{states[one.state]}</span> },
    { id: 'roles', header: t.roles, enableSorting: false, cell: ({ row: { original: one } }) => one.roles.map((role) => `${label(role.name)} ${f.number(role.headcount)}`).join(', ') },
    { id: 'unit', header: t.unit, accessorKey: 'unit_name', meta: { wide: true } },
    { id: 'ready', header: t.ready, accessorKey: 'ready', meta: { wide: true }, cell: ({ row: { original: one } }) => f.dayShort(one.ready) },
    { id: 'stages', header: t.stages, enableSorting: false, meta: { wide: true }, cell: ({ row: { original: one } }) => <span className="k-s">{howFar(one)}</span> },
  ];
  return (
    <Page title={t.title} crumb={t.crumb} actions={add}>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={6} /></div>}>
          {(rows) => <DataTable label={t.crumb} rows={rows} columns={columns} rowKey={(one) => one.id} empty={<Empty icon="journey" title={t.empty} action={add}>{runs ? t.emptyHelp : t.emptyReader}</Empty>} />}
        </Answered>
      </div>
    </Page>
  );
}
