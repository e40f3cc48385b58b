// The house: navigation at the side (a drawer on a phone), search under Ctrl-K, the account's menu, the page.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { api, answer } from '../api/client';
import { can, useActor } from '../api/session';
import { useTexts } from '../ui/i18n';
import { Icon, Mark } from '../ui/icons';
import { to } from '../ui/paths';
import { words } from '../ui/words';
import { AccountButton } from './AccountButton';
import { navigation } from './navigation';
import { fetchPage } from './routes';
import styles from './Shell.module.css';
import { shell } from './texts';

// The menu's own parts, and all they float with, come with the first click; the way there fetches them.
const fetchMenu = () => import('./AccountMenu');
const AccountMenu = lazy(() => fetchMenu().then((m) => ({ default: m.AccountMenu })));

function Account() {
  const [wanted, setWanted] = useState(false);
  const plain = <AccountButton onPointerEnter={() => void fetchMenu()} onFocus={() => void fetchMenu()} onClick={() => setWanted(true)} aria-haspopup="menu" aria-expanded={false} />;
  return wanted ? <Suspense fallback={plain}><AccountMenu /></Suspense> : plain;
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
  const finds = can(actor, 'view_catalogue');
  const before = useRef(pathname);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setFinding((on) => finds && !on);
      } else if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [finds]);

  // Search is fetched while the reader reads, so that the first letters after Ctrl-K are not lost.
  useEffect(() => {
    if (Palette || !finds) return;
    const later = setTimeout(() => void import('./Palette').then((m) => setPalette(() => m.Palette), () => undefined), finding ? 0 : 1200);
    return () => clearTimeout(later);
  }, [Palette, finding, finds]);

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
        {finds && (
          <button type="button" className={styles.icon} aria-label={t.searchShort} onClick={() => setFinding(true)}>
            <Icon name="search" size={20} />
          </button>
        )}
      </header>
      {open && <button type="button" className={styles.scrim} aria-label={w.close} onClick={() => setOpen(false)} />}
      <div className={`${styles.side} k-no-print`} data-open={open}>
        <div className={styles.top}>
          <Link to={to.home} className={`${styles.brand} ${styles.brandSide}`}><Mark />Kunna</Link>
          <Bell />
        </div>
        {finds && (
          <button type="button" className={styles.find} onClick={() => setFinding(true)}>
            <Icon name="search" size={16} />
            <span className="k-clip k-grow">{t.searchShort}</span>
            <kbd>Ctrl K</kbd>
          </button>
        )}
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
        <Account />
      </div>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>{children}</main>
      {finding && Palette && <Palette onClose={() => setFinding(false)} />}
    </div>
  );
}
