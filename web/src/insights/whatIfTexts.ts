// Words of the what-if mode of the gap map.
import { plural, texts } from '../ui/i18n';

export const whatIf = texts({
  sv: {
    banner: 'Ett prov: inget sparas. Kartan visar skillnaden mot i dag.', leave: 'Avsluta provet', reset: 'Börja om',
    add: 'Lägg till', assume: 'Anta att', kind: 'Vad som ändras', none: 'Inget antaget än', noneHelp: 'Välj vad som ska ändras: vilka som slutar, vad som stängs eller vad en roll kräver. Kartan räknas om för alla på en gång.',
    kindLeave: 'någon slutar', kindClose: 'en enhet stänger', kindPlaces: 'en ort stänger', kindHire: 'fler får en roll', kindRequirements: 'ett krav ändras', kindGrowth: 'en roll växer eller krymper',
    percent: 'Procent', count: 'Antal', level: 'Ny nivå', levelHelp: '0: krävs inte längre', unit: 'Enhet', role: 'Roll', skill: 'Kompetens', person: 'Person',
    leaves: (name: string) => `${name} slutar`, closes: (name: string) => `${name} stänger`, more: (n: number, role: string, unit: string) => `${n} till som ${role}, ${unit}`,
    requires: (role: string, skill: string, level: number) => (level === 0 ? `${role} kräver inte ${skill}` : `${role} kräver ${skill} på nivå ${level}`), grows: (role: string, percent: string) => `${role} ${percent}`,
    people: 'Personer', coverage: 'Täckning', gap: 'Viktat gap', change: 'Skillnad', arrow: (before: string, after: string) => `${before} → ${after}`, hidden: 'visas inte, för få personer', wholeMeaning: (before: string, after: string) => `${before} krav i dag, ${after} med antagandena`,
    metMeaning: (before: string, after: string) => `krav som nås: ${before} → ${after}`,
    legend: 'siffran = så många krav fler eller färre som inte nås', better: 'färre', worse: 'fler', same: 'lika många', hiddenLegend: 'visas inte: skillnaden skulle peka ut få', table: 'Enheter som ändras', tableNone: 'Ingen enhet ändras', tableNoneHelp: 'Med antagandena är allt som i dag.',
    now: 'I dag', then: 'Med antagandena', pick: 'Välj en ruta i kartan för att se den före och efter.', cell: 'Rutan före och efter',
    reason: 'Att anta att någon slutar visar något om personens nivåer. Ditt skäl sparas, och personen kan se det.', failed: 'Provet kan inte räknas', vacant: 'Posten efter den som slutar står kvar, tom. När en enhet stänger försvinner posterna. Nya har inga kända nivåer.', assumptions: (n: number) => `${n} ${plural(n, 'antagande', 'antaganden')}`, dropAll: 'Ta bort antagandena',
  },
  en: {
    banner: 'A trial: nothing is saved. The map shows the difference from today.', leave: 'End the trial', reset: 'Start over',
    add: 'Add', assume: 'Assume that', kind: 'What changes', none: 'Nothing assumed yet', noneHelp: 'Choose what is to change: who leaves, what closes or what a role requires. The map is counted anew for everybody at once.',
    kindLeave: 'somebody leaves', kindClose: 'a unit closes', kindPlaces: 'a place closes', kindHire: 'more people get a role', kindRequirements: 'a requirement changes', kindGrowth: 'a role grows or shrinks',
    percent: 'Per cent', count: 'Number', level: 'New level', levelHelp: '0: no longer required', unit: 'Unit', role: 'Role', skill: 'Skill', person: 'Person',
    leaves: (name: string) => `${name} leaves`, closes: (name: string) => `${name} closes`, more: (n: number, role: string, unit: string) => `${n} more as ${role}, ${unit}`,
    requires: (role: string, skill: string, level: number) => (level === 0 ? `${role} does not require ${skill}` : `${role} requires ${skill} at level ${level}`), grows: (role: string, percent: string) => `${role} ${percent}`,
    people: 'People', coverage: 'Coverage', gap: 'Weighted gap', change: 'Difference', arrow: (before: string, after: string) => `${before} → ${after}`, hidden: 'not shown, too few people', wholeMeaning: (before: string, after: string) => `${before} requirements today, ${after} with the assumptions`,
    metMeaning: (before: string, after: string) => `requirements met: ${before} → ${after}`,
    legend: 'the number = so many requirements more or fewer that are not met', better: 'fewer', worse: 'more', same: 'as many', hiddenLegend: 'not shown: the difference would tell on few', table: 'Units that change', tableNone: 'No unit changes', tableNoneHelp: 'With the assumptions all is as it is today.',
    now: 'Today', then: 'With the assumptions', pick: 'Choose a cell of the map to see it before and after.', cell: 'The cell before and after',
    reason: 'Assuming that somebody leaves shows something of the person’s levels. Your reason is kept, and the person can see it.', failed: 'The trial cannot be counted', vacant: 'The post of who leaves stays, empty. When a unit closes its posts go. New people have no known levels.', assumptions: (n: number) => `${n} ${plural(n, 'assumption', 'assumptions')}`, dropAll: 'Remove the assumptions',
  },
});
