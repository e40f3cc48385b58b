// Everything that is stored about the reader, in full and in plain words, with a download of the same.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { download } from '../api/client';
import type { Everything, Id, StepName } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones } from '../ui/states';
import { stepNames } from '../ui/stepNames';
import { peerStates, roleNames, sourceNames, words } from '../ui/words';
import { useEverything } from './api';
import { genders } from './genders';
import { Mine } from './Mine';
import { people } from './texts';

function Stored({ all }: { all: Everything }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const f = useFormats();
  const g = useTexts(genders);
  const label = useLabel();
  const language = useLanguage();
  const sources = sourceNames[language];
  const none = <p className="k-s k-mut" style={{ padding: '0 16px 16px' }}>{t.none}</p>;
  const { person, account } = all;
  const contests = all.assessments.flatMap((one) => one.contests.map((contest) => ({ ...contest, skill: one.skill_name })));
  const comments = all.assessments.flatMap((one) => one.comments.map((comment) => ({ ...comment, skill: one.skill_name })));
  const stages: Record<string, string> = { applied: t.stageApplied, selected: t.stageSelected, learning: t.stageLearning, trial: t.stageTrial, placed: t.stagePlaced, left: t.stageLeft };
  return (
    <>
      <div className="k-half">
        <section className="k-card">
          <h2>{t.personData}</h2>
          <div className="k-fact"><span>{w.name}</span><span>{person.given} {person.family}</span></div>
          <div className="k-fact"><span>{w.number}</span><span>{person.number}</span></div>
          <div className="k-fact"><span>{w.email}</span><span>{person.email ?? '–'}</span></div>
          <div className="k-fact"><span>{t.hired}</span><span>{f.day(person.hired)}</span></div>
          {person.birth_year != null && <div className="k-fact"><span>{t.birthYear}</span><span>{person.birth_year}</span></div>}
          {person.gender && person.gender !== 'unstated' && <div className="k-fact"><span>{t.gender}</span><span>{g[person.gender]}</span></div>}
          {all.roles.map((role) => <div key={`${role.id}${role.from}`} className="k-fact"><span>{w.role}</span><span>{label(role.name)}, {t.since(f.dayShort(role.from))}</span></div>)}
        </section>
        <div className="k-stack">
          <section className="k-card">
            <h2>{t.history}</h2>
            {person.positions.map((one) => <div key={one.id} className="k-fact"><span>{f.dayShort(one.from)} – {one.to ? f.dayShort(one.to) : t.now}</span><span>{one.title}, {one.unit_name}</span></div>)}
          </section>
          {account && (
            <section className="k-card">
              <h2>{t.account}</h2>
              <div className="k-fact"><span>{w.email}</span><span>{account.email}</span></div>
              <div className="k-fact"><span>{t.language}</span><span>{account.language === 'sv' ? 'Svenska' : 'English'}</span></div>
              <div className="k-fact"><span>{t.lastSeen}</span><span>{account.last_seen ? f.instant(account.last_seen) : '–'}</span></div>
              {account.roles.map((one) => <div key={`${one.role}${one.unit}`} className="k-fact"><span>{t.granted}</span><span>{roleNames[language][one.role]}{one.unit_name && `, ${one.unit_name}`}</span></div>)}
            </section>
          )}
        </div>
      </div>
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 6px' }}>{t.assessmentsAll}</h2>
        <DataTable
          label={t.assessmentsAll}
          rows={all.assessments}
          rowKey={(one) => one.id}
          first={[{ id: 'day', desc: true }]}
          empty={none}
          columns={[
            { id: 'skill', header: w.skill, accessorFn: (one) => label(one.skill_name) },
            { accessorKey: 'level', header: w.level, meta: { numeric: true } },
            { id: 'source', header: t.source, accessorFn: (one) => sources[one.source] },
            { accessorKey: 'day', header: w.day, cell: ({ row }) => f.dayShort(row.original.day) },
            { id: 'assessor', header: t.assessor, accessorFn: (one) => one.assessor_name, meta: { wide: true } },
            { id: 'note', header: w.note, accessorFn: (one) => (one.end ? `${one.note} (${t.ended(f.dayShort(one.end.day))})` : one.note), meta: { wide: true }, enableSorting: false },
          ]}
        />
      </section>
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 6px' }}>{t.roundsAll}</h2>
        <DataTable
          label={t.roundsAll}
          rows={all.rounds}
          rowKey={(one) => `${one.round}${one.voice}${one.by}${label(one.skill)}${one.at}`}
          empty={none}
          columns={[
            { accessorKey: 'at', header: w.day, cell: ({ row }) => f.instant(row.original.at) },
            { accessorKey: 'round', header: t.round },
            { id: 'skill', header: w.skill, accessorFn: (one) => label(one.skill) },
            { id: 'source', header: t.source, accessorFn: (one) => sources[one.voice === 'assessor' ? 'expert' : one.voice], meta: { wide: true } },
            { id: 'by', header: t.assessor, accessorFn: (one) => one.by, meta: { wide: true } },
            { id: 'answer', header: t.answer, accessorFn: (one) => (one.kind === 'level' ? String(one.level) : one.kind === 'unknown' ? t.dontKnow : t.notRelevant) },
          ]}
        />
      </section>
      <div className="k-half">
        <section className="k-card">
          <h2>{t.wishesAll}</h2>
          {all.wishes.skills.map((one) => <div key={one.skill} className="k-fact"><span>{w.skill}</span><span>{label(one.name)}{one.level != null && `, ${w.level.toLowerCase()} ${one.level}`}</span></div>)}
          {all.wishes.roles.map((one) => <div key={one.role} className="k-fact"><span>{w.role}</span><span>{label(one.name)}</span></div>)}
          {all.wishes.skills.length + all.wishes.roles.length === 0 && <p className="k-s k-mut">{t.none}</p>}
        </section>
        <section className="k-card">
          <h2>{t.consentsAll}</h2>
          {all.consents.map((one) => <div key={one.given} className="k-fact"><span>{f.instant(one.given)} – {one.withdrawn ? f.instant(one.withdrawn) : t.now}</span><span>{t.consentEdition(one.edition)}{one.own_ratings && `, ${t.consentOwn}`}</span></div>)}
          {all.consents.length === 0 && <p className="k-s k-mut">{t.none}</p>}
        </section>
      </div>
      <section className="k-card">
        <h2>{t.answersFor}</h2>
        {all.responsibilities.map((one) => (
          <div key={`${one.kind}${one.id}${one.step}`} className="k-fact">
            <span>{one.kind === 'goal' ? t.answersGoal : one.kind === 'strategy_owner' ? t.answersOwner : one.kind === 'strategy_sponsor' ? t.answersSponsor : t.answersStep(stepNames[language][one.step as StepName])}</span>
            <span>{one.kind === 'goal' ? <Link to={to.goal(one.id)}>{label(one.name)}</Link> : label(one.name)}{one.over && `, ${t.answersOver}`}</span>
          </div>
        ))}
        {all.responsibilities.length === 0 && <p className="k-s k-mut">{t.none}</p>}
      </section>
      <section className="k-card">
        <h2>{t.reskillingTitle}</h2>
        {all.reskilling.map((one) => <div key={one.since} className="k-fact"><span>{one.programme}{one.words && `: ${one.words}`}</span><span>{f.instant(one.since)} – {one.ended ? f.instant(one.ended) : t.now}, {stages[one.stage ?? 'applied']}</span></div>)}
        {all.reskilling.length === 0 && <p className="k-s k-mut">{t.none}</p>}
      </section>
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 6px' }}>{t.peersAll}</h2>
        <DataTable
          label={t.peersAll}
          rows={all.peers}
          rowKey={(one) => `${one.round}${one.person}${one.peer}`}
          empty={none}
          columns={[
            { accessorKey: 'at', header: w.day, cell: ({ row }) => f.instant(row.original.at) },
            { accessorKey: 'round', header: t.round, meta: { wide: true } },
            { accessorKey: 'person', header: t.aboutWhom },
            { accessorKey: 'peer', header: t.colleague },
            { id: 'state', header: t.state, accessorFn: (one) => peerStates[language][one.state] },
          ]}
        />
      </section>
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 6px' }}>{t.contestsAll}</h2>
        <DataTable
          label={t.contestsAll}
          rows={contests}
          rowKey={(one) => one.id}
          empty={none}
          columns={[
            { accessorKey: 'at', header: w.day, cell: ({ row }) => f.instant(row.original.at) },
            { id: 'skill', header: w.skill, accessorFn: (one) => label(one.skill) },
            { accessorKey: 'reason', header: t.reason, enableSorting: false },
            { id: 'answer', header: t.answer, accessorFn: (one) => one.answer ?? '', enableSorting: false },
            { id: 'by', header: t.assessor, accessorFn: (one) => one.answered_by ?? '', meta: { wide: true } },
          ]}
        />
      </section>
      <section className="k-card k-flush">
        <h2 style={{ padding: '16px 16px 6px' }}>{t.commentsAll}</h2>
        <DataTable
          label={t.commentsAll}
          rows={comments}
          rowKey={(one) => one.at + one.by}
          empty={none}
          columns={[
            { accessorKey: 'at', header: w.day, cell: ({ row }) => f.instant(row.original.at) },
            { id: 'skill', header: w.skill, accessorFn: (one) => label(one.skill) },
            { accessorKey: 'by', header: t.assessor },
            { accessorKey: 'text', header: t.comment, enableSorting: false },
          ]}
        />
      </section>
    </>
  );
}

export const MyDataPage = () => <Mine>{(person) => <OwnData person={person} />}</Mine>;
export const MyReadersPage = () => <Mine>{(person) => <OwnReaders person={person} />}</Mine>;

function OwnData({ person }: { person: Id }) {
  const t = useTexts(people);
  const asked = useEverything(person);
  return (
    <Page
      title={t.dataTitle}
      crumb={t.dataCrumb}
      actions={<Button component="a" href={download(`/people/${person}/everything`)} download="kunna-my-data.json" leftSection={<Icon name="export" size={16} />}>{t.download}</Button>}
    >
      <p className="k-mut" style={{ maxWidth: 680 }}>{t.dataHelp}</p>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>{(all) => <Stored all={all} />}</Answered>
    </Page>
  );
}

function OwnReaders({ person }: { person: Id }) {
  const t = useTexts(people);
  const whats: Record<string, string> = { profile: t.readProfile, levels: t.readLevels, team: t.readTeam, everything: t.readEverything, export: t.readExport, calibration: t.readCalibration, wishes: t.readWishes, found: t.readFound, round: t.readRound, reskilling: t.readReskilling, plan: t.readPlan };
  const f = useFormats();
  const asked = useEverything(person);
  return (
    <Page title={t.readersTitle} crumb={t.readersCrumb} actions={<Button component={Link} to={to.myData} variant="default">{t.dataTitle}</Button>}>
      <p className="k-mut" style={{ maxWidth: 680 }}>{t.readersHelp}</p>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} /></div>}>
          {(all) => (
            <DataTable
              label={t.readersTitle}
              rows={all.reads}
              rowKey={(one) => one.id}
              first={[{ id: 'at', desc: true }]}
              empty={<ReadersNone />}
              columns={[
                { accessorKey: 'at', header: t.when, cell: ({ row }) => f.instant(row.original.at) },
                { accessorKey: 'who', header: t.who },
                { accessorKey: 'what', header: t.what, cell: ({ row }) => whats[row.original.what] ?? row.original.what },
                { accessorKey: 'reason', header: t.why, cell: ({ row }) => row.original.reason || <span className="k-faint">{t.noReason}</span> },
              ]}
            />
          )}
        </Answered>
      </div>
    </Page>
  );
}

function ReadersNone() {
  const t = useTexts(people);
  return (
    <div style={{ padding: 32, textAlign: 'center' }}>
      <h2>{t.readersNone}</h2>
      <p className="k-mut">{t.readersNoneHelp}</p>
    </div>
  );
}
