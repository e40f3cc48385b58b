// Words of the what-if mode of the gap map.
import type { Language, LeftOutKind } from '../api/types';
import { plural, texts } from '../ui/i18n';

export const whatIf = texts({
  sv: {
    banner: 'Ett prov: inget sparas. Kartan visar skillnaden mot i dag.', leave: 'Avsluta provet', reset: 'Börja om',
    add: 'Lägg till', assume: 'Anta att', kind: 'Vad som ändras', none: 'Inget antaget än', noneHelp: 'Välj vad som ska ändras: vilka som slutar, vad som stängs eller vad en roll kräver. Kartan räknas om för alla på en gång.',
    kindLeave: 'någon slutar', kindClose: 'en enhet stänger', kindPlaces: 'en ort stänger', kindHire: 'fler får en roll', kindRequirements: 'ett krav ändras', kindGrowth: 'en roll växer eller krymper',
    kindNewRole: 'en ny roll tillkommer', newRoleName: 'Den nya rollens namn', newRole: (name: string, n: number) => `Ny roll: ${name}, ${n} ${plural(n, 'krav', 'krav')}`, roleRequires: 'Rollen kräver', roleRequiresHelp: 'Minst en kompetens, med den nivå som krävs.', comersHave: 'De som kommer kan', comersHaveHelp: 'Det som inte står här är okänt.', asRequired: 'Som rollen kräver', addSkill: 'Lägg till en kompetens', levelOf: 'Nivå', dropLevel: 'Ta bort kompetensen', noLevels: 'Ta bort alla',
    keep: 'Spara som scenario', keepTitle: 'Spara som scenario', keepHelp: 'Provet gäller i dag. Ett scenario säger när det händer, och jämförs sedan med basen, vars övriga antaganden följer med.', keepFrom: 'När det händer', keepFromHelp: 'Det som växer eller krymper gör det under året därefter.', keepChanges: (n: number) => `${n} ${plural(n, 'förändring följer', 'förändringar följer')} med till scenariot.`, keepNothing: 'Inget av det som antas kan ett scenario säga.', keptSaid: 'Scenariot är sparat', leftOut: 'Det här följer inte med',
    ahead: 'Vad det leder till', aheadUnder: (name: string, months: number) => `${name ? `Under scenariot ${name}` : 'Med vanliga antaganden'}, ${months} månader framåt. Ingens födelseår räknas här: alla går i pension till den andel som antas.`, allPosts: 'Alla tjänster', inPostThen: 'I tjänst vid horisonten', without: 'Utan antagandena', needThen: (before: string, after: string) => `behov: ${before} → ${after}`, shortThen: 'Brist vid horisonten', shortNow: (before: string, after: string) => `krav som ingen når; i dag ${before} → ${after}`, firstShort: 'Första brist', firstMeaning: 'när minst en halv person väntas saknas', never: 'ingen', ableThen: 'Når kravet vid horisonten', aheadTable: 'Kompetenser där det märks', aheadNone: 'Ingen kompetens påverkas', aheadNoneHelp: 'Framöver blir det som utan antagandena.', showCurve: (what: string) => `Visa ${what} i diagrammet`, curveHidden: 'Kan inte visas', curveHiddenHelp: 'För få personer ligger bakom: skillnaden skulle peka ut någon.', curveNobody: 'Ingen har krav på det här med antagandena.', asTable: 'Visa som tabell', asChart: 'Visa som diagram',
    percent: 'Procent', count: 'Antal', level: 'Ny nivå', levelHelp: '0: krävs inte längre', unit: 'Enhet', role: 'Roll', skill: 'Kompetens', person: 'Person',
    leaves: (name: string) => `${name} slutar`, closes: (name: string) => `${name} stänger`, more: (n: number, role: string, unit: string, levels: number) => `${n} till som ${role}, ${unit}${levels > 0 ? `, med ${levels} ${plural(levels, 'nivå', 'nivåer')}` : ''}`,
    requires: (role: string, skill: string, level: number) => (level === 0 ? `${role} kräver inte ${skill}` : `${role} kräver ${skill} på nivå ${level}`), grows: (role: string, percent: string) => `${role} ${percent}`,
    people: 'Personer', coverage: 'Täckning', gap: 'Viktat gap', change: 'Skillnad', arrow: (before: string, after: string) => `${before} → ${after}`, hidden: 'visas inte, för få personer', wholeMeaning: (before: string, after: string) => `${before} krav i dag, ${after} med antagandena`,
    metMeaning: (before: string, after: string) => `krav som nås: ${before} → ${after}`,
    legend: 'siffran = så många krav fler eller färre som inte nås', better: 'färre', worse: 'fler', same: 'lika många', hiddenLegend: 'visas inte: skillnaden skulle peka ut få', table: 'Enheter som ändras', tableNone: 'Ingen enhet ändras', tableNoneHelp: 'Med antagandena är allt som i dag.',
    now: 'I dag', then: 'Med antagandena', pick: 'Välj en ruta i kartan för att se den före och efter.', cell: 'Rutan före och efter',
    reason: 'Att anta att någon slutar visar något om personens nivåer. Ditt skäl sparas, och personen kan se det.', failed: 'Provet kan inte räknas', vacant: 'Posten efter den som slutar står kvar, tom. När en enhet stänger försvinner posterna. Nya har de nivåer som anges, annars inga kända.', assumptions: (n: number) => `${n} ${plural(n, 'antagande', 'antaganden')}`, dropAll: 'Ta bort antagandena',
  },
  en: {
    banner: 'A trial: nothing is saved. The map shows the difference from today.', leave: 'End the trial', reset: 'Start over',
    add: 'Add', assume: 'Assume that', kind: 'What changes', none: 'Nothing assumed yet', noneHelp: 'Choose what is to change: who leaves, what closes or what a role requires. The map is counted anew for everybody at once.',
    kindLeave: 'somebody leaves', kindClose: 'a unit closes', kindPlaces: 'a place closes', kindHire: 'more people get a role', kindRequirements: 'a requirement changes', kindGrowth: 'a role grows or shrinks',
    kindNewRole: 'there is a new role', newRoleName: 'Name of the new role', newRole: (name: string, n: number) => `New role: ${name}, ${n} ${plural(n, 'requirement', 'requirements')}`, roleRequires: 'The role requires', roleRequiresHelp: 'At least one skill, with the level required.', comersHave: 'Those who come can do', comersHaveHelp: 'What is not said here is unknown.', asRequired: 'As the role requires', addSkill: 'Add a skill', levelOf: 'Level', dropLevel: 'Remove the skill', noLevels: 'Remove all',
    keep: 'Save as a scenario', keepTitle: 'Save as a scenario', keepHelp: 'The trial is of today. A scenario says when it happens, and is compared with the base, whose other assumptions come along.', keepFrom: 'When it happens', keepFromHelp: 'What grows or shrinks does so over the year that follows.', keepChanges: (n: number) => `${n} ${plural(n, 'change comes', 'changes come')} along to the scenario.`, keepNothing: 'A scenario can say nothing of what is assumed.', keptSaid: 'The scenario is saved', leftOut: 'This does not come along',
    ahead: 'What comes of it', aheadUnder: (name: string, months: number) => `${name ? `Under the scenario ${name}` : 'With usual assumptions'}, ${months} months ahead. Nobody’s year of birth counts here: all retire by the share that is assumed.`, allPosts: 'All posts', inPostThen: 'In post on the horizon', without: 'Without the assumptions', needThen: (before: string, after: string) => `demand: ${before} → ${after}`, shortThen: 'Short on the horizon', shortNow: (before: string, after: string) => `requirements that nobody meets; today ${before} → ${after}`, firstShort: 'First shortage', firstMeaning: 'when at least half a person is expected to be missing', never: 'none', ableThen: 'Able on the horizon', aheadTable: 'Skills where it shows', aheadNone: 'No skill is affected', aheadNoneHelp: 'What comes is as without the assumptions.', showCurve: (what: string) => `Show ${what} in the chart`, curveHidden: 'Cannot be shown', curveHiddenHelp: 'Too few people are behind it: the difference would point somebody out.', curveNobody: 'Nobody is required to have it with the assumptions.', asTable: 'Show as a table', asChart: 'Show as a chart',
    percent: 'Per cent', count: 'Number', level: 'New level', levelHelp: '0: no longer required', unit: 'Unit', role: 'Role', skill: 'Skill', person: 'Person',
    leaves: (name: string) => `${name} leaves`, closes: (name: string) => `${name} closes`, more: (n: number, role: string, unit: string, levels: number) => `${n} more as ${role}, ${unit}${levels > 0 ? `, with ${levels} ${plural(levels, 'level', 'levels')}` : ''}`,
    requires: (role: string, skill: string, level: number) => (level === 0 ? `${role} does not require ${skill}` : `${role} requires ${skill} at level ${level}`), grows: (role: string, percent: string) => `${role} ${percent}`,
    people: 'People', coverage: 'Coverage', gap: 'Weighted gap', change: 'Difference', arrow: (before: string, after: string) => `${before} → ${after}`, hidden: 'not shown, too few people', wholeMeaning: (before: string, after: string) => `${before} requirements today, ${after} with the assumptions`,
    metMeaning: (before: string, after: string) => `requirements met: ${before} → ${after}`,
    legend: 'the number = so many requirements more or fewer that are not met', better: 'fewer', worse: 'more', same: 'as many', hiddenLegend: 'not shown: the difference would tell on few', table: 'Units that change', tableNone: 'No unit changes', tableNoneHelp: 'With the assumptions all is as it is today.',
    now: 'Today', then: 'With the assumptions', pick: 'Choose a cell of the map to see it before and after.', cell: 'The cell before and after',
    reason: 'Assuming that somebody leaves shows something of the person’s levels. Your reason is kept, and the person can see it.', failed: 'The trial cannot be counted', vacant: 'The post of who leaves stays, empty. When a unit closes its posts go. New people have the levels stated, and no other known.', assumptions: (n: number) => `${n} ${plural(n, 'assumption', 'assumptions')}`, dropAll: 'Remove the assumptions',
  },
});

// What a scenario cannot say of a what-if, and what to do about it.
export const leftOutKinds: Record<Language, Record<LeftOutKind, (n: number) => string>> = {
  sv: {
    leave: (n: number) => `${n} ${plural(n, 'namngiven som slutar', 'namngivna som slutar')}: andra läser scenariot, och det räknar redan med att människor slutar.`,
    place: (n: number) => `${n} ${plural(n, 'enhet', 'enheter')} på orten: en enhet under ligger någon annanstans och är kvar. Lägg till det som fler eller färre i scenariot.`,
    new_role: (n: number) => `${n} ${plural(n, 'ny roll', 'nya roller')}: lägg upp rollen först, så kan scenariot låta den växa.`,
    levels: (n: number) => `Nivåerna hos dem som kommer (${n}): scenariot säger hur stor andel av de nya som når kravet.`,
    requirement: (n: number) => `${n} ${plural(n, 'ändrat krav', 'ändrade krav')}: gör en ny version av rollprofilen som gäller från dagen.`,
  },
  en: {
    leave: (n: number) => `${n} named ${plural(n, 'person who leaves', 'people who leave')}: others read the scenario, and it counts on people leaving as it is.`,
    place: (n: number) => `${n} ${plural(n, 'unit', 'units')} at the place: a unit below is elsewhere and stays. Add it as more or fewer in the scenario.`,
    new_role: (n: number) => `${n} new ${plural(n, 'role', 'roles')}: add the role first, then the scenario can let it grow.`,
    levels: (n: number) => `The levels of those who come (${n}): the scenario says how large a share of newcomers is able.`,
    requirement: (n: number) => `${n} changed ${plural(n, 'requirement', 'requirements')}: make a new version of the role profile that holds from the day.`,
  },
};
