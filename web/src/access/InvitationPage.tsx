// A one-time link to an account that somebody made for the reader: choose a password and go in.
import { Button } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { isRefusal } from '../api/client';
import { useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Refused } from '../ui/states';
import { useAcceptInvitation } from './api';
import { Door } from './Door';
import { NewPassword, useNewPassword } from './NewPassword';
import { access } from './texts';

export function InvitationPage() {
  const t = useTexts(access);
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const accept = useAcceptInvitation(token);
  const secret = useNewPassword();
  return (
    <Door title={t.invitationTitle} help={t.invitationHelp}>
      <form
        className="k-stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          // The page is gone as soon as somebody is signed in, and with it what mutate() would have called.
          void accept.mutateAsync(secret.password).then(() => navigate(to.home, { replace: true }), () => undefined);
        }}
      >
        <NewPassword state={secret} error={isRefusal(accept.error) ? accept.error.field('/password') : undefined} />
        <Refused error={accept.error} />
        <Button type="submit" disabled={!secret.good} loading={accept.isPending} mt={6}>{t.invitationGo}</Button>
      </form>
    </Door>
  );
}
