// The start page of each persona.
import { useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { shell } from './texts';

export function HomePage() {
  const t = useTexts(shell);
  return <Page title={t.home}>{null}</Page>;
}
