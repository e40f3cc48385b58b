// The house: navigation at the side (a drawer on a phone), search under Ctrl-K, the account's menu, the page.
import { Menu, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { api, answer } from '../api/client';
import { changeLanguage, signOut, useActor } from '../api/session';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon, Mark } from '../ui/icons';
import { to } from '../ui/paths';
import { words } from '../ui/words';
import { navigation } from './navigation';
import { fetchPage } from './routes';
import styles from './Shell.module.css';
import { shell } from './texts';

function AccountMenu() {
  const t = useTexts(shell);
  const actor = useActor();
  const language = useLanguage();
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const tick = (on: boolean) => (on ? <Icon name="check" size={14} /> : null);
  return (
    <Menu position="top-start" width={232}>
      <Menu.Target>
        <button type="button" className={styles.who}>
          <span className="k-unseen">{t.accountMenu}:</span>
          <span className={styles.initials} aria-hidden="true">
            {actor.name.split(/\s+/).map((part) => part[0]).filter(Boolean).slice(0, 2).join('')}
          </span>
          <span className={styles.whoWords}>
            <span className="k-clip">{actor.name}</span>
            <small className="k-clip">{actor.organisation}</small>
          </span>
          <Icon name="up" size={14} />
        </button>
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
        <Menu.Item leftSection={<Icon name="api" size={16} />} onClick={() => void navigate(to.api)}>{t.api}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="out" size={16} />} onClick={() => void signOut(false)}>{t.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

// How many notices are unread; looked after once a minute.
function Bell() {
  const t = useTexts(shell);
  const { data } = useQuery({ queryKey: ['notices', 'unread'], queryFn: () => answer(api.GET('/notices/unread')), refetchInterval: 60_000 });
  const unread = data?.unread ?? 0;
  return (
    <Link to={to.notices} className={`${styles.icon} ${styles.bell}`} aria-label={unread ? `${t.notices}: ${unread} ${t.unread}` : t.notices}>
      <Icon name="bell" size={20} />
      {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  );
}

export function Shell({ children }: { children: ReactNode }) {
  const t = useTexts(shell);
  const w = useTexts(words);
  const actor = useActor();
  const { pathname } = useLocation();
  const [finding, setFinding] = useState(false);
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<{ onClose: () => void }> | null>(null);
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setFinding((on) => !on);
      } else if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  // Search is fetched while the reader reads, so that the first letters after Ctrl-K are not lost.
  useEffect(() => {
    if (Palette) return;
    const later = setTimeout(() => void import('./Palette').then((m) => setPalette(() => m.Palette), () => undefined), finding ? 0 : 1200);
    return () => clearTimeout(later);
  }, [Palette, finding]);

  // A new page begins at its top, and keyboards and readers begin in it.
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    setOpen(false);
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>{w.skipToMain}</a>
      <header className={`${styles.bar} k-no-print`}>
        <button type="button" className={styles.icon} aria-label={t.menu} aria-expanded={open} onClick={() => setOpen((on) => !on)}>
          <Icon name={open ? 'close' : 'menu'} size={20} />
        </button>
        <Link to={to.home} className={styles.brand}><Mark size={22} />Kunna</Link>
        <span className="k-grow" />
        <Bell />
        <button type="button" className={styles.icon} aria-label={t.searchShort} onClick={() => setFinding(true)}>
          <Icon name="search" size={20} />
        </button>
      </header>
      {open && <button type="button" className={styles.scrim} aria-label={w.close} onClick={() => setOpen(false)} />}
      <div className={`${styles.side} k-no-print`} data-open={open}>
        <div className={styles.top}>
          <Link to={to.home} className={`${styles.brand} ${styles.brandSide}`}><Mark />Kunna</Link>
          <Bell />
        </div>
        <button type="button" className={styles.find} onClick={() => setFinding(true)}>
          <Icon name="search" size={16} />
          <span className="k-clip k-grow">{t.searchShort}</span>
          <kbd>Ctrl K</kbd>
        </button>
        <nav aria-label={t.navigation} className={styles.nav}>
          {navigation(actor).map((section, i) => (
            <div key={i}>
              {section.word && <div className={`k-label ${styles.section}`}>{t[section.word]}</div>}
              {section.places.map((place) => (
                <NavLink key={place.to} to={place.to} end={place.exact} onPointerEnter={() => void fetchPage(place.to)} onFocus={() => void fetchPage(place.to)} className={({ isActive }) => `${styles.place} ${isActive ? styles.here : ''}`}>
                  <Icon name={place.icon} size={17} />
                  {t[place.word]}
                </NavLink>
              ))}
            </div>
          ))}
        </nav>
        {actor.demonstration && <div className={styles.demo}>{t.demo}</div>}
        <AccountMenu />
      </div>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>{children}</main>
      {finding && Palette && <Palette onClose={() => setFinding(false)} />}
    </div>
  );
}
