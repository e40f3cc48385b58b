// The one-time link that the first start prints: whoever holds it creates the first administrator.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../api/client';
import { useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Refused } from '../ui/states';
import { words } from '../ui/words';
import { useFirstAdministrator } from './api';
import { Door } from './Door';
import { NewPassword, useNewPassword } from './NewPassword';
import { access } from './texts';

export function FirstAdministratorPage() {
  const t = useTexts(access);
  const w = useTexts(words);
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const create = useFirstAdministrator();
  const secret = useNewPassword();
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const field = (pointer: string) => (isRefusal(create.error) ? create.error.field(pointer) : undefined);
  return (
    <Door title={t.firstTitle} help={t.firstHelp}>
      <form
        className="k-stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          // The page is gone as soon as somebody is signed in, and with it what mutate() would have called.
          void create.mutateAsync({ token, organisation, name, email, password: secret.password }).then(() => navigate(to.start, { replace: true }), () => undefined);
        }}
      >
        <TextInput label={t.yourOrganisation} autoComplete="organization" required withAsterisk={false} autoFocus value={organisation} onChange={(event) => setOrganisation(event.currentTarget.value)} error={field('/organisation')} />
        <TextInput label={t.yourName} autoComplete="name" required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
        <TextInput label={w.email} type="email" autoComplete="username" required withAsterisk={false} value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={field('/email')} />
        <NewPassword state={secret} error={field('/password')} />
        <Refused error={create.error} />
        <Button type="submit" disabled={!secret.good} loading={create.isPending} mt={6}>{t.firstGo}</Button>
      </form>
    </Door>
  );
}
