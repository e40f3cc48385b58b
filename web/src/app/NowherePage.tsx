// 404: an address that leads nowhere.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../ui/i18n';
import { useTitle } from '../ui/Page';
import { to } from '../ui/paths';
import { Empty } from '../ui/states';
import { words } from '../ui/words';
import { shell } from './texts';

export function NowherePage() {
  const t = useTexts(shell);
  const w = useTexts(words);
  useTitle(t.nowhereTitle);
  return (
    <Empty whole icon="search" title={t.nowhereTitle} action={<Button component={Link} to={to.home}>{w.goHome}</Button>}>
      {t.nowhere}
    </Empty>
  );
}
