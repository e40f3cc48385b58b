// Two fields for a new password; the length rule is said before it is broken.
import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../ui/i18n';
import { access } from './texts';

export const shortest = 12;

export function useNewPassword() {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  return { password, setPassword, again, setAgain, good: password.length >= shortest && password === again };
}

export function NewPassword({ state, error }: { state: ReturnType<typeof useNewPassword>; error?: string }) {
  const t = useTexts(access);
  const { password, again } = state;
  return (
    <>
      <PasswordInput label={t.newPassword} description={t.passwordHelp} autoComplete="new-password" required withAsterisk={false} value={password} onChange={(event) => state.setPassword(event.currentTarget.value)} error={error ?? (password && password.length < shortest && again ? t.passwordShort : undefined)} />
      <PasswordInput label={t.again} autoComplete="new-password" required withAsterisk={false} value={again} onChange={(event) => state.setAgain(event.currentTarget.value)} error={again && again.length >= password.length && again !== password ? t.differ : undefined} />
    </>
  );
}
