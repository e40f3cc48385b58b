// Colleagues who answer about the reader and the reader's reports: proposed by the one, confirmed by the other.
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Id, NamedPeer, PeerChoice, PeersOf } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { peerStates } from '../ui/words';
import { useCandidates, useNamePeer, usePeers } from './api';
import styles from './rounds.module.css';
import { peers } from './peerTexts';

const tones = { proposed: 'look', confirmed: 'good', turned_down: undefined, declined: undefined } as const;
const takesAPlace = (one: NamedPeer) => !one.gone && (one.state === 'proposed' || one.state === 'confirmed');

function Pick({ round, of, focus, onPick }: { round: Id; of: PeersOf; focus: boolean; onPick: (peer: Id, name: string) => void }) {
  const t = useTexts(peers);
  const [words, setWords] = useState('');
  const [settled] = useDebouncedValue(words.trim(), 160);
  const { data } = useCandidates(round, of.person, settled);
  return (
    <Select
      label={of.own ? t.pickMine : t.pick(of.name)}
      placeholder={t.search}
      searchable
      autoFocus={focus}
      nothingFoundMessage={t.nobody}
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      filter={({ options }) => options}
      data={(data ?? []).map((one) => ({ value: String(one.person), label: one.title ? `${one.name} · ${one.title}` : one.name }))}
      onChange={(value) => {
        const chosen = data?.find((one) => String(one.person) === value);
        if (chosen) onPick(chosen.person, chosen.name);
        setWords('');
      }}
    />
  );
}

function Of({ of, choice }: { of: PeersOf; choice: PeerChoice }) {
  const t = useTexts(peers);
  const f = useFormats();
  const states = peerStates[useLanguage()];
  const name = useNamePeer(choice.round);
  const put = (peer: Id, who: string, named: boolean) =>
    name.mutate({ person: of.person, peer, named }, { onSuccess: () => say(named ? (of.own ? t.saidProposed(who) : t.saidConfirmed(who)) : t.saidGone(who)) });
  // A manager may have many reports: each field asks for its names when it is wanted.
  const [picking, setPicking] = useState(of.own);
  const taken = of.peers.filter(takesAPlace).length;
  const free = choice.open && taken < choice.wanted;
  return (
    <section className="k-card k-stack-s">
      <div className="k-row">
        <h3 className="k-grow">{of.own ? t.aboutMe : of.name}</h3>
        <span className="k-s k-mut">{t.wished(f.number(taken), f.number(choice.wanted))}</span>
        {free && !picking && <Button size="compact-sm" variant="default" aria-label={`${t.choose}: ${of.name}`} onClick={() => setPicking(true)}>{t.choose}</Button>}
      </div>
      {of.own && <p className="k-s k-mut">{t.aboutMeHelp}</p>}
      {of.own && of.peers.length === 0 && <p className="k-s k-mut">{t.none}</p>}
      {of.peers.length > 0 && <ul className={styles.named}>
        {of.peers.map((one) => (
          <li key={one.peer}>
            <span className="k-grow">{one.name}</span>
            <span className="k-tag" data-tone={one.gone ? undefined : one.done ? 'info' : tones[one.state]}>{one.gone ? t.gone : one.done ? t.done : states[one.state]}</span>
            {choice.open && !of.own && !one.gone && (one.state === 'proposed' || one.state === 'turned_down') && <Button size="compact-sm" aria-label={`${t.confirm}: ${one.name}, ${of.name}`} onClick={() => put(one.peer, one.name, true)}>{t.confirm}</Button>}
            {choice.open && !of.own && takesAPlace(one) && !one.done && <Button size="compact-sm" variant="default" aria-label={`${t.turnDown}: ${one.name}, ${of.name}`} onClick={() => put(one.peer, one.name, false)}>{t.turnDown}</Button>}
            {choice.open && of.own && one.state === 'proposed' && <Button size="compact-sm" variant="default" aria-label={`${t.takeBack}: ${one.name}`} onClick={() => put(one.peer, one.name, false)}>{t.takeBack}</Button>}
          </li>
        ))}
      </ul>}
      {free && picking && <Pick round={choice.round} of={of} focus={!of.own} onPick={(peer, who) => put(peer, who, true)} />}
      {choice.open && !free && <p className="k-s k-mut">{t.noneWanted}</p>}
      <Refused error={name.error} />
    </section>
  );
}

function Shown({ choice }: { choice: PeerChoice }) {
  const t = useTexts(peers);
  const f = useFormats();
  // Those for whom something waits come first.
  const waits = (one: PeersOf) => one.peers.some((peer) => peer.state === 'proposed' && !peer.gone);
  const team = choice.people.filter((one) => !one.own).sort((a, b) => Number(waits(b)) - Number(waits(a)));
  return (
    <Page title={t.title} crumb={<><Link to={to.myRounds}>{choice.name}</Link> · {t.lastDay(f.day(choice.closes))}</>}>
      {!choice.open && <p className="k-mut" role="status">{t.closed}</p>}
      <div className="k-stack" style={{ maxWidth: 760 }}>
        {choice.people.filter((one) => one.own).map((one) => <Of key={one.person} of={one} choice={choice} />)}
        {team.length > 0 && (
          <div>
            <h2>{t.team}</h2>
            <p className="k-s k-mut">{t.teamHelp}</p>
          </div>
        )}
        {team.map((one) => <Of key={one.person} of={one} choice={choice} />)}
      </div>
    </Page>
  );
}

export function PeersPage() {
  const { round = '' } = useParams();
  const asked = usePeers(Number(round) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-card"><Bones rows={8} /></div>}>
      {(choice) => <Shown choice={choice} />}
    </Answered>
  );
}
