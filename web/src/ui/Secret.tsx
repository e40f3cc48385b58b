// Something shown once, to be copied: a link, a key.
import { ActionIcon, CopyButton, TextInput } from '@mantine/core';
import { useTexts } from './i18n';
import { Icon } from './icons';
import { words } from './words';

export function Secret({ label, help, value }: { label: string; help: string; value: string }) {
  const t = useTexts(words);
  return (
    <TextInput
      readOnly
      label={label}
      description={help}
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <ActionIcon aria-label={copied ? t.copied : t.copy} onClick={copy} size={28}>
              <Icon name={copied ? 'check' : 'file'} size={16} />
            </ActionIcon>
          )}
        </CopyButton>
      }
    />
  );
}
