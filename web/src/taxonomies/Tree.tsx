// A taxonomy's tree, opened branch by branch; a search in it opens the way down to the hit.
import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConceptMatch, ConceptRow, Id, Taxonomy } from '../api/types';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Answered, Bones } from '../ui/states';
import { words } from '../ui/words';
import { useLevel, useTreeMatches, wayTo } from './api';
import { ConceptLine } from './ConceptLine';
import styles from './Taxonomies.module.css';
import { taxonomies, typeNames } from './texts';

interface Opened {
  open: ReadonlySet<Id>;
  toggle: (id: Id) => void;
  /** From the top down to what was searched for. */
  way: Id[];
}

function Branch({ one, opened }: { one: ConceptRow; opened: Opened }) {
  const here = useRef<HTMLDivElement>(null);
  const hit = opened.way.at(-1) === one.id;
  const open = opened.open.has(one.id);
  useEffect(() => {
    if (hit) here.current?.scrollIntoView({ block: 'center' });
  }, [hit, opened.way]);
  return (
    <li>
      <div ref={here} className={styles.branch} data-hit={hit || undefined}>
        {one.children > 0 ? (
          <button type="button" className={styles.fold} aria-expanded={open} aria-label={one.label.text} onClick={() => opened.toggle(one.id)}><Icon name={open ? 'down' : 'right'} size={14} /></button>
        ) : <span className={styles.fold} />}
        <ConceptLine concept={one} bare />
      </div>
      {open && <Level below={{ parent: one.id }} opened={opened} />}
    </li>
  );
}

function Level({ below, opened }: { below: { taxonomy: Id } | { parent: Id }; opened: Opened }) {
  const list = useLevel(below);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  // The way may go through what has not been fetched yet.
  const next = 'parent' in below ? opened.way[opened.way.indexOf(below.parent) + 1] : opened.way[0];
  const onWay = next !== undefined && ('taxonomy' in below || opened.way.includes(below.parent));
  const { hasNextPage, isFetching, fetchNextPage } = list;
  useEffect(() => {
    if (onWay && hasNextPage && !isFetching && !rows.some((row) => row.id === next)) void fetchNextPage();
  }, [onWay, hasNextPage, isFetching, fetchNextPage, rows, next]);
  return (
    <Answered asked={list} bones={<Bones rows={'taxonomy' in below ? 8 : 3} />}>
      {() => (
        <>
          <ul className={'taxonomy' in below ? undefined : styles.below}>{rows.map((one) => <Branch key={one.id} one={one} opened={opened} />)}</ul>
          <More list={list} />
        </>
      )}
    </Answered>
  );
}

function Search({ taxonomy, onHit }: { taxonomy: Taxonomy; onHit: (one: ConceptMatch) => void }) {
  const t = useTexts(taxonomies);
  const w = useTexts(words);
  const types = typeNames[useLanguage()];
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data: found } = useTreeMatches(taxonomy, asked);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        const one = found?.find((each) => String(each.id) === value);
        if (!one) return;
        setTyped(one.label.text);
        combobox.closeDropdown();
        onHit(one);
      }}
    >
      <Combobox.Target>
        <InputBase
          aria-label={t.findInTree}
          placeholder={t.findInTree}
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          maw={360}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === '' || !found}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {found?.map((one) => (
            <Combobox.Option key={one.id} value={String(one.id)}>
              {one.label.text} <span className="k-s k-mut">{[types[one.type], one.found_by !== one.label.text && t.foundBy(one.found_by)].filter(Boolean).join(' · ')}</span>
            </Combobox.Option>
          ))}
          {found?.length === 0 && <Combobox.Empty>{w.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

export function Tree({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set());
  const [way, setWay] = useState<Id[]>([]);
  const toggle = (id: Id) => {
    setWay([]);
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const go = async (one: ConceptMatch) => {
    const found = await wayTo(one.id);
    setOpen((before) => new Set([...before, ...found.slice(0, -1)]));
    setWay(found);
  };
  return (
    <section className="k-card">
      <h2>{t.tree}: {taxonomy.name}</h2>
      <Search taxonomy={taxonomy} onHit={(one) => void go(one)} />
      <div className={styles.lines} style={{ marginTop: 10 }}><Level below={{ taxonomy: taxonomy.id }} opened={{ open, toggle, way }} /></div>
    </section>
  );
}
