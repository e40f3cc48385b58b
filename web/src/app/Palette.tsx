// Search everywhere, under Ctrl-K: pages at once, then people, units, roles and skills as the server finds them.
import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useSkillMatches } from '../api/finding';
import { useSearch } from '../api/queries';
import { useActor } from '../api/session';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon, type IconName } from '../ui/icons';
import { foundAt, to } from '../ui/paths';
import { navigation } from './navigation';
import styles from './Palette.module.css';
import { shell } from './texts';

interface Hit {
  key: string;
  name: string;
  detail: string;
  icon: IconName;
  to: string;
}

const icons: Record<string, IconName> = { person: 'people', unit: 'table', role: 'roles', skill: 'skills' };

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts(shell);
  const actor = useActor();
  const navigate = useNavigate();
  const id = useId();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 120);
  const [at, setAt] = useState(0);
  const { data } = useSearch(asked);
  const { data: matches } = useSkillMatches(asked);
  const label = useLabel();
  const list = useRef<HTMLUListElement>(null);

  const hits = useMemo<Hit[]>(() => {
    const wanted = words.trim().toLowerCase();
    const pages = navigation(actor)
      .flatMap((section) => section.places)
      .map((place) => ({ key: place.to, name: t[place.word] as string, detail: t.kindpage, icon: place.icon, to: place.to }))
      .filter((page) => page.name.toLowerCase().includes(wanted));
    if (!wanted) return pages;
    const kinds: Record<string, string> = { person: t.kindperson, unit: t.kindunit, role: t.kindrole, skill: t.kindskill };
    const found = (data ?? []).map((hit) => ({
      key: `${hit.kind}${hit.id}`,
      name: hit.name,
      detail: [kinds[hit.kind], hit.detail].filter(Boolean).join(' · '),
      icon: icons[hit.kind] ?? 'file',
      to: foundAt(hit),
    }));
    // Skills that are called otherwise than they were asked for.
    const meant = (matches ?? [])
      .map((one) => ({ key: `skill${one.skill}`, name: label(one.name), detail: [t.kindskill, one.reason].join(' · '), icon: icons.skill ?? 'file', to: to.skill(one.skill) }))
      .filter((one) => !found.some((hit) => hit.key === one.key));
    return [...found, ...meant, ...pages.filter((page) => !found.some((hit) => hit.to === page.to))];
  }, [words, data, matches, actor, label, t]);

  useEffect(() => {
    setAt(0);
  }, [words]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((now) => (now + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(hits[at]);
    }
  };

  return (
    <Modal opened onClose={onClose} withCloseButton={false} padding={0} size={560} yOffset="12vh" centered={false} radius={12} title={t.searchShort} classNames={{ header: 'k-unseen' }}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          data-autofocus
          autoFocus
          className={styles.input}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={onKey}
          placeholder={t.search}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-hits`}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          aria-label={t.search}
        />
      </div>
      <ul ref={list} id={`${id}-hits`} role="listbox" aria-label={t.found} className={styles.hits}>
        {hits.map((hit, i) => (
          // The field above has the keys; the options follow it.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={hit.key} id={`${id}-${i}`} role="option" aria-selected={i === at} className={styles.hit} onMouseMove={() => setAt(i)} onClick={() => open(hit)}>
            <Icon name={hit.icon} size={17} />
            <span className="k-clip">{hit.name}</span>
            <small className="k-clip">{hit.detail}</small>
          </li>
        ))}
      </ul>
      {words.trim() && hits.length === 0 && data && <p className={styles.nothing}>{t.noHits}</p>}
      <div className={styles.hint}>{words.trim() ? t.hint : t.hintStart}</div>
    </Modal>
  );
}
