// An invitation opened by somebody who is signed in: the link may be for another account.
import { Button } from '@mantine/core';
import { signOut } from '../api/session';
import { useTexts } from '../ui/i18n';
import { useTitle } from '../ui/Page';
import { Empty } from '../ui/states';
import { access } from './texts';

export function InvitedAlreadyPage() {
  const t = useTexts(access);
  useTitle(t.invitedSignedIn);
  return <Empty whole icon="key" title={t.invitedSignedIn} action={<Button onClick={() => void signOut(false)}>{t.signOut}</Button>}>{t.invitedSignedInHelp}</Empty>;
}
