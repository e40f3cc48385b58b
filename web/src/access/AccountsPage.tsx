// Accounts: who may sign in, in which roles, limited to which unit; invitations by e-mail or one-time link.
import { ActionIcon, Button, Menu, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Account, Grant, Id, Invitation, Language, Role } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Invited } from '../ui/Invited';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { PersonPicker, UnitPicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { roleNames, words } from '../ui/words';
import { admin } from './adminTexts';
import { useAccounts, useChangeAccount, useInvite, useNewInvitation } from './api';

type Grants = Grant[];
const all: Role[] = ['employee', 'hr', 'learning', 'executive', 'auditor', 'administrator'];

function GrantFields({ grants, onChange }: { grants: Grants; onChange: (grants: Grants) => void }) {
  const t = useTexts(admin);
  const w = useTexts(words);
  const names = roleNames[useLanguage()];
  const put = (i: number, change: Partial<Grants[number]>) => onChange(grants.map((grant, j) => (j === i ? { ...grant, ...change } : grant)));
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }} className="k-stack-s">
      <legend className="k-s" style={{ fontWeight: 550, padding: 0 }}>{t.roles}</legend>
      {grants.map((grant, i) => (
        <div key={i} className="k-row" style={{ flexWrap: 'nowrap' }}>
          <Select aria-label={w.role} allowDeselect={false} value={grant.role} onChange={(value) => value && put(i, { role: value as Role })} data={all.map((role) => ({ value: role, label: names[role] }))} />
          <UnitPicker aria-label={t.inUnit} placeholder={t.wholeOrg} value={grant.unit} onChange={(unit) => put(i, { unit })} />
          <ActionIcon aria-label={`${w.remove}: ${names[grant.role]}`} onClick={() => onChange(grants.filter((_, j) => j !== i))}><Icon name="close" size={15} /></ActionIcon>
        </div>
      ))}
      <div><Button size="compact-sm" variant="subtle" onClick={() => onChange([...grants, { role: 'hr', unit: null }])}>{t.addGrant}</Button></div>
    </fieldset>
  );
}

function Made({ account, made }: { account: Id; made: Invitation }) {
  const byHand = useNewInvitation();
  return <Invited made={made} byHand={{ ...byHand, ask: () => byHand.mutate({ account, by_hand: true }) }} />;
}

function InviteForm() {
  const t = useTexts(admin);
  const w = useTexts(words);
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [person, setPerson] = useState<Id | null>(null);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [grants, setGrants] = useState<Grants>([]);
  const invite = useInvite();
  const field = (pointer: string) => (isRefusal(invite.error) ? invite.error.field(pointer) : undefined);
  if (invite.data) return <Made account={invite.data.account.id} made={invite.data} />;
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate({ email: email.trim(), name: name.trim(), person, roles: grants, language });
      }}
    >
      <TextInput label={w.email} type="email" required withAsterisk={false} autoFocus value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={field('/email')} />
      <TextInput label={w.name} required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
      <PersonPicker label={t.person} description={t.personHelp} value={person} onChange={setPerson} error={field('/person')} />
      <Select label={t.language} allowDeselect={false} value={language} onChange={(value) => value && setLanguage(value as Language)} data={[{ value: 'sv', label: w.swedish }, { value: 'en', label: w.english }]} />
      <GrantFields grants={grants} onChange={setGrants} />
      <Refused error={invite.error} />
      <div><Button type="submit" loading={invite.isPending}>{t.addAccount}</Button></div>
    </form>
  );
}

function RolesForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useTexts(admin);
  const w = useTexts(words);
  const [grants, setGrants] = useState<Grants>(account.roles.map(({ role, unit }) => ({ role, unit })));
  const change = useChangeAccount();
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { account: account.id, version: account.version, roles: grants },
          {
            onSuccess: () => {
              say(t.rolesSaved, { tone: 'good' });
              onClose();
            },
          },
        );
      }}
    >
      <p className="k-mut">{account.name} · {account.email}</p>
      <GrantFields grants={grants} onChange={setGrants} />
      <Refused error={change.error} />
      <div><Button type="submit" loading={change.isPending}>{w.save}</Button></div>
    </form>
  );
}

export function AccountsPage() {
  const t = useTexts(admin);
  const w = useTexts(words);
  const f = useFormats();
  const names = roleNames[useLanguage()];
  const [find, setFind] = useState('');
  const [settled] = useDebouncedValue(find.trim(), 200);
  const asked = useAccounts(settled);
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<Account | null>(null);
  const change = useChangeAccount();
  const renew = useNewInvitation();
  const setActive = (account: Account, active: boolean) =>
    change.mutate(
      { account: account.id, version: account.version, active },
      { onSuccess: (after) => say(active ? t.accountOpened : t.accountClosed, { undo: () => change.mutate({ account: account.id, version: after.version, active: !active }) }) },
    );
  return (
    <Page title={t.accountsTitle} crumb={t.accountsCrumb} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => setInviting(true)}>{t.addAccount}</Button>}>
      <TextInput aria-label={t.accountFind} placeholder={t.accountFind} leftSection={<Icon name="search" size={16} />} value={find} onChange={(event) => setFind(event.currentTarget.value)} maw={340} />
      <Refused error={change.error ?? renew.error} />
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={10} /></div>}>
          {(data) => (
            <DataTable
              label={t.accountsTitle}
              rows={data.pages.flatMap((page) => page.items)}
              rowKey={(one) => one.id}
              sortable={false}
              below={<More list={asked} />}
              empty={<Empty icon="key" title={t.accountsEmpty} />}
              columns={[
                { id: 'name', header: w.name, cell: ({ row }) => <><b style={{ fontWeight: 550 }}>{row.original.name}</b><div className="k-s k-faint" style={{ overflowWrap: 'anywhere' }}>{row.original.email}</div></> },
                { id: 'roles', header: t.roles, cell: ({ row }) => <div className="k-row" style={{ gap: 4 }}>{row.original.roles.map((grant, i) => <span key={i} className="k-tag">{names[grant.role]}{grant.unit_name && ` · ${grant.unit_name}`}</span>)}</div> },
                { id: 'active', header: '', cell: ({ row: { original: one } }) => (one.active ? one.last_day && <span className="k-tag">{t.until(f.dayShort(one.last_day))}</span> : <span className="k-tag" data-tone="bad">{t.closed}</span>) },
                { id: 'seen', header: t.lastSeen, cell: ({ row }) => (row.original.last_seen ? f.ago(row.original.last_seen) : <span className="k-faint">{t.never}</span>), meta: { wide: true } },
                {
                  id: 'acts',
                  header: '',
                  meta: { numeric: true },
                  cell: ({ row: { original: one } }) => (
                    <Menu position="bottom-end">
                      <Menu.Target><ActionIcon size={28} aria-label={`${w.edit}: ${one.name}`}><Icon name="more" /></ActionIcon></Menu.Target>
                      <Menu.Dropdown>
                        {!one.last_day && <Menu.Item onClick={() => setEditing(one)}>{t.editRoles}</Menu.Item>}
                        <Menu.Item onClick={() => renew.mutate({ account: one.id })}>{t.newLink}</Menu.Item>
                        <Menu.Item onClick={() => setActive(one, !one.active)}>{one.active ? t.close : t.open}</Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  ),
                },
              ]}
            />
          )}
        </Answered>
      </div>
      <Side title={t.addAccount} open={inviting} onClose={() => setInviting(false)}><InviteForm /></Side>
      <Side title={t.editRoles} open={editing !== null} onClose={() => setEditing(null)}>{editing && <RolesForm account={editing} onClose={() => setEditing(null)} />}</Side>
      <Side title={t.newLink} open={!!renew.data} onClose={() => renew.reset()}>{renew.data && <Made account={renew.variables.account} made={renew.data} />}</Side>
    </Page>
  );
}
