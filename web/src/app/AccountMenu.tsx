// Language, look, the account and the way out.
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { can, changeLanguage, signOut, useActor } from '../api/session';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { AccountButton } from './AccountButton';
import { shell } from './texts';

export function AccountMenu() {
  const t = useTexts(shell);
  const actor = useActor();
  const language = useLanguage();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  // It stands in for the button that was clicked, and takes the focus over, so that closing gives it back.
  useEffect(() => {
    button.current?.focus();
    setOpened(true);
  }, []);
  const tick = (on: boolean) => (on ? <Icon name="check" size={14} /> : null);
  return (
    <Menu position="top-start" width={232} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <AccountButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.language}</Menu.Label>
        <Menu.Item lang="sv" rightSection={tick(language === 'sv')} onClick={() => void changeLanguage('sv')}>Svenska</Menu.Item>
        <Menu.Item lang="en" rightSection={tick(language === 'en')} onClick={() => void changeLanguage('en')}>English</Menu.Item>
        <Menu.Label>{t.theme}</Menu.Label>
        <Menu.Item leftSection={<Icon name="system" size={16} />} rightSection={tick(colorScheme === 'auto')} onClick={() => setColorScheme('auto')}>{t.system}</Menu.Item>
        <Menu.Item leftSection={<Icon name="sun" size={16} />} rightSection={tick(colorScheme === 'light')} onClick={() => setColorScheme('light')}>{t.light}</Menu.Item>
        <Menu.Item leftSection={<Icon name="moon" size={16} />} rightSection={tick(colorScheme === 'dark')} onClick={() => setColorScheme('dark')}>{t.dark}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="key" size={16} />} onClick={() => void navigate(to.account)}>{t.account}</Menu.Item>
        {can(actor, 'view_catalogue') && <Menu.Item leftSection={<Icon name="api" size={16} />} onClick={() => void navigate(to.api)}>{t.api}</Menu.Item>}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" size={16} />} onClick={() => void signOut(false)}>{t.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
