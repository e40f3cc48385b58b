// All role profiles: how much each requires, of how many, since when.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { useRoles } from '../api/queries';
import { can, useActor } from '../api/session';
import type { RoleRow } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddRole } from './api';
import { Packs } from './Packs';
import { skills } from './texts';

function RoleForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const navigate = useNavigate();
  const [name, setName] = useState({ sv: '', en: '' });
  const [description, setDescription] = useState({ sv: '', en: '' });
  const add = useAddRole();
  const field = (pointer: string) => (isRefusal(add.error) ? add.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(
          { name, description },
          {
            onSuccess: (role) => {
              say(t.roleSaved, { tone: 'good' });
              onClose();
              void navigate(to.role(role.id));
            },
          },
        );
      }}
    >
      <TextInput label={t.nameSv} required withAsterisk={false} autoFocus value={name.sv} onChange={(event) => setName({ ...name, sv: event.currentTarget.value })} error={field('/name/sv')} />
      <TextInput label={t.nameEn} required withAsterisk={false} value={name.en} onChange={(event) => setName({ ...name, en: event.currentTarget.value })} error={field('/name/en')} />
      <Textarea label={t.descriptionSv} autosize minRows={2} value={description.sv} onChange={(event) => setDescription({ ...description, sv: event.currentTarget.value })} />
      <Textarea label={t.descriptionEn} autosize minRows={2} value={description.en} onChange={(event) => setDescription({ ...description, en: event.currentTarget.value })} />
      <Refused error={add.error} />
      <div className="k-row">
        <Button type="submit" loading={add.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function RolesPage() {
  const t = useTexts(skills);
  const f = useFormats();
  const label = useLabel();
  const actor = useActor();
  const navigate = useNavigate();
  const asked = useRoles();
  const ways = useTableWays('/roles/export');
  const [open, setOpen] = useState<'role' | 'packs' | null>(null);
  const edit = can(actor, 'edit_roles');
  const columns = useMemo<Columns<RoleRow>>(
    () => [
      { id: 'name', header: t.role, accessorFn: (role) => label(role.name), sortingFn: (a, b) => f.compare(label(a.original.name), label(b.original.name)), cell: ({ row }) => <Link to={to.role(row.original.id)}>{label(row.original.name)}</Link> },
      { accessorKey: 'holders', header: t.holders, cell: ({ row }) => (row.original.holders == null ? <span className="k-faint">{t.few}</span> : f.number(row.original.holders)), meta: { numeric: true } },
      { accessorKey: 'requirements', header: t.requirements, cell: ({ row }) => f.number(row.original.requirements), meta: { numeric: true } },
      { id: 'valid_from', header: t.validFrom, accessorFn: (role) => role.valid_from ?? '', cell: ({ row }) => (row.original.valid_from ? f.dayShort(row.original.valid_from) : <span className="k-faint">{t.noProfile}</span>), meta: { numeric: true, wide: true } },
      { accessorKey: 'versions', header: t.versions, meta: { numeric: true, wide: true } },
    ],
    [t, f, label],
  );
  return (
    <Page
      title={t.rolesTitle}
      crumb={asked.data && t.rolesCrumb(f.number(asked.data.length))}
      actions={
        <>
          {can(actor, 'export_files') && <ExportMenu ways={ways} />}
          {can(actor, 'edit_catalogue') && <Button variant="default" onClick={() => setOpen('packs')}>{t.packs}</Button>}
          {edit && <Button variant="default" component={Link} to={to.draftOfText}>{t.fromText}</Button>}
          {edit && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen('role')}>{t.addRole}</Button>}
        </>
      }
    >
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={12} /></div>}>
          {(roles) => (
            <DataTable
              label={t.rolesTitle}
              rows={roles}
              columns={columns}
              rowKey={(role) => role.id}
              first={[{ id: 'name', desc: false }]}
              onRow={(role) => void navigate(to.role(role.id))}
              empty={<Empty icon="roles" title={t.rolesEmpty} action={can(actor, 'edit_catalogue') && <Button onClick={() => setOpen('packs')}>{t.emptyGo}</Button>}>{t.rolesEmptyHelp}</Empty>}
            />
          )}
        </Answered>
      </div>
      <Side title={t.addRole} open={open === 'role'} onClose={() => setOpen(null)}><RoleForm onClose={() => setOpen(null)} /></Side>
      <Side title={t.packsTitle} open={open === 'packs'} onClose={() => setOpen(null)}><Packs /></Side>
    </Page>
  );
}
