// Words of the import wizard.
import { texts } from '../ui/i18n';

export const imports = texts({
  sv: {
    title: 'Vad vill du läsa in?', crumb: 'CSV eller Excel, som systemen exporterar dem', drop: 'Släpp filen här, eller välj den', dropHelp: 'CSV, TSV eller XLSX. Ingenting ändras förrän du har sett vad som händer.', choose: 'Välj fil', uploading: (share: string) => `Skickar filen, ${share}`, templates: 'Mallar', templateOf: (kind: string) => `Mall för ${kind.toLowerCase()}`, kind: 'Vad filen innehåller',
    peopleHelp: 'Anställda, enheter, befattningar, chefer', rolesHelp: 'Roller och vad de kräver', assessmentsHelp: 'Nivåer med källa och datum',
    earlier: 'Tidigare importer', none: 'Inget är inläst än', file: 'Fil', state: 'Läge', when: 'När', by: 'Av', rows: 'Rader',
    arriving: 'skickas', uploaded: 'kopplas', checking: 'kontrolleras', checked: 'väntar på dig', applying: 'läses in', applied: 'inläst', failed: 'stoppad',
    stepMap: 'Koppla kolumner', stepCheck: 'Kontrollera', stepApply: 'Läs in', mapTitle: 'Vilken kolumn är vad?', checkTitle: 'Stämmer det?', appliedTitle: 'Inläst', failedTitle: 'Filen kunde inte läsas',
    field: 'Fält i Kunna', column: 'Kolumn i filen', sample: 'Ser ut så här', notUsed: 'Används inte', missing: (names: string) => `Välj kolumn för: ${names}`, suggested: 'föreslagen',
    options: 'Så ska filen tolkas', dateOrder: 'Datumens ordning', dateAuto: 'Känn igen', dmy: 'dag-månad-år', mdy: 'månad-dag-år', ymd: 'år-månad-dag', nameOrder: 'Hela namn skrivs', nameAuto: 'Känn igen', givenFamily: 'Förnamn Efternamn', familyGiven: 'Efternamn, Förnamn', absent: 'De som saknas i filen har slutat', absentHelp: 'Annars rörs de inte.', leaveDay: 'Sista dag för dem', asOf: 'Uppgifterna gäller från', source: 'Källa, där filen inte säger', delimiter: 'Avgränsare', encoding: 'Teckenkodning', auto: 'Känn igen',
    savedMappings: 'Sparade kopplingar', saveAs: 'Spara kopplingen som', mappingSaved: 'Kopplingen är sparad', mappingRemoved: 'Kopplingen är borttagen', useMapping: 'Använd', check: 'Kontrollera', checkAgain: 'Ändra kopplingen', checkingNow: 'Kontrollerar varje rad', applyingNow: 'Läser in',
    new: 'nya', changed: 'ändras', unchanged: 'oförändrade', would_leave: 'slutar', problems: 'fel', warnings: 'varningar', newTab: 'Nya', changedTab: 'Ändras', leaveTab: 'Slutar', problemsTab: 'Fel och varningar',
    row: 'Rad', value: 'Värde', what: 'Vad som är fel, och vad du gör', severity: 'Slag', error: 'fel', warning: 'varning', change: 'Ändring', noProblems: 'Inga fel', noProblemsHelp: 'Varje rad går att läsa in.', noChanges: 'Inga rader här',
    apply: 'Läs in', applyHelp: 'Allt läses in på en gång, eller inget alls.', blocked: 'Rätta felen i filen och släpp den igen. Inget har ändrats.', partial: (n: number) => `${n} rader med fel`, nothingToDo: 'Filen ändrar ingenting: allt finns redan.', appliedHelp: 'Gapkartan visar det redan.', toMap: 'Till gapkartan', another: 'Läs in en fil till', remove: 'Ta bort importen', removed: 'Importen är borttagen', size: (size: string) => size, rowsOf: (n: string) => `${n} rader`,
  },
  en: {
    title: 'What do you want to import?', crumb: 'CSV or Excel, as the systems export them', drop: 'Drop the file here, or choose it', dropHelp: 'CSV, TSV or XLSX. Nothing changes until you have seen what will happen.', choose: 'Choose file', uploading: (share: string) => `Sending the file, ${share}`, templates: 'Templates', templateOf: (kind: string) => `Template for ${kind.toLowerCase()}`, kind: 'What the file contains',
    peopleHelp: 'Employees, units, positions, managers', rolesHelp: 'Roles and what they require', assessmentsHelp: 'Levels with source and date',
    earlier: 'Earlier imports', none: 'Nothing imported yet', file: 'File', state: 'State', when: 'When', by: 'By', rows: 'Rows',
    arriving: 'on its way', uploaded: 'being mapped', checking: 'being checked', checked: 'waits for you', applying: 'being applied', applied: 'imported', failed: 'stopped',
    stepMap: 'Map columns', stepCheck: 'Check', stepApply: 'Import', mapTitle: 'Which column is what?', checkTitle: 'Is this right?', appliedTitle: 'Imported', failedTitle: 'The file could not be read',
    field: 'Field in Kunna', column: 'Column in the file', sample: 'Looks like this', notUsed: 'Not used', missing: (names: string) => `Choose a column for: ${names}`, suggested: 'suggested',
    options: 'How to read the file', dateOrder: 'Order of dates', dateAuto: 'Recognise', dmy: 'day-month-year', mdy: 'month-day-year', ymd: 'year-month-day', nameOrder: 'Whole names are written', nameAuto: 'Recognise', givenFamily: 'Given Family', familyGiven: 'Family, Given', absent: 'Those not in the file have left', absentHelp: 'Otherwise they are not touched.', leaveDay: 'Their last day', asOf: 'The facts are valid from', source: 'Source, where the file does not say', delimiter: 'Delimiter', encoding: 'Encoding', auto: 'Recognise',
    savedMappings: 'Saved mappings', saveAs: 'Save the mapping as', mappingSaved: 'The mapping is saved', mappingRemoved: 'The mapping is removed', useMapping: 'Use', check: 'Check', checkAgain: 'Change the mapping', checkingNow: 'Checking every row', applyingNow: 'Importing',
    new: 'new', changed: 'change', unchanged: 'unchanged', would_leave: 'leave', problems: 'errors', warnings: 'warnings', newTab: 'New', changedTab: 'Change', leaveTab: 'Leave', problemsTab: 'Errors and warnings',
    row: 'Row', value: 'Value', what: 'What is wrong, and what to do', severity: 'Kind', error: 'error', warning: 'warning', change: 'Change', noProblems: 'No errors', noProblemsHelp: 'Every row can be imported.', noChanges: 'No rows here',
    apply: 'Import', applyHelp: 'Everything is imported at once, or nothing at all.', blocked: 'Correct the errors in the file and drop it again. Nothing has changed.', partial: (n: number) => `${n} rows with errors`, nothingToDo: 'The file changes nothing: everything is there already.', appliedHelp: 'The gap map shows it already.', toMap: 'To the gap map', another: 'Import another file', remove: 'Remove the import', removed: 'The import is removed', size: (size: string) => size, rowsOf: (n: string) => `${n} rows`,
  },
});
