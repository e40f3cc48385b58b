// Catches a page that cannot be shown. A page file that has vanished means a new version was installed meanwhile.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTexts } from '../ui/i18n';
import { Empty } from '../ui/states';
import { words } from '../ui/words';
import { shell } from './texts';

function Broken({ vanished }: { vanished: boolean }) {
  const t = useTexts(shell);
  const w = useTexts(words);
  return (
    <div role="alert">
      <Empty icon={vanished ? 'info' : 'warning'} title={vanished ? t.newVersionTitle : t.crashTitle} action={<Button onClick={() => location.reload()}>{w.reload}</Button>}>
        {vanished ? t.newVersion : t.crash}
      </Empty>
    </div>
  );
}

export class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === undefined) return this.props.children;
    const message = this.state.error instanceof Error ? this.state.error.message : '';
    return <Broken vanished={/dynamically imported|importing a module|module script/i.test(message)} />;
  }
}
