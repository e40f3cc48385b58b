// Words about what people want, and who may find them.
import { plural, texts } from '../ui/i18n';

export const wishes = texts({
  sv: {
    mine: 'Vad jag vill', theirs: 'Önskemål', skills: 'Vill kunna', roles: 'Nyfiken på rollen', addSkill: 'Lägg till en kompetens', addRole: 'Lägg till en roll', noLevel: 'ingen viss nivå', levelOf: (skill: string) => `Önskad nivå i ${skill}`, drop: (what: string) => `Ta bort önskemålet ${what}`, wished: 'Önskemålet är sparat', dropped: 'Önskemålet är borttaget', toLevel: (level: string) => `till nivå ${level}`,
    readBy: 'Din chef läser det här, och HR med ett skäl. Andra ser bara hur många som vill lära sig något, aldrig vilka.',
    findable: 'Får chefer i andra enheter hitta mig?', allow: 'Chefer i andra enheter får hitta mig', ownToo: 'Även mina egna skattningar räknas', agreed: 'Nu kan chefer i andra enheter hitta dig', withdrawn: 'Nu kan ingen annan chef hitta dig', changed: 'Ändringen är sparad', history: 'Tidigare val', given: (day: string) => `Ja ${day}`, until: (day: string) => `tillbaka ${day}`, edition: (n: number) => `text ${n}`, withOwn: 'med egna skattningar',
    title: 'Vad vill vi lära oss?', help: 'Var och en säger själv på sin profil. Det som färre än fem vill visas inte, och inte heller det som annars gick att räkna ut.', skillsTitle: 'Kompetenser', rolesTitle: 'Roller', people: 'Vill', noneTitle: 'Inga önskemål att visa än', noneHelp: 'När fem eller fler vill samma sak syns det här. Be medarbetarna skriva vad de vill kunna på sin profil.', noneShort: 'Inget som fem eller fler vill.',
    hidden: (n: number) => `${n} till önskas av för få för att visas.`, crumb: 'Önskemål, som antal',
  },
  en: {
    mine: 'What I want', theirs: 'Wishes', skills: 'Want to learn', roles: 'Curious about the role', addSkill: 'Add a skill', addRole: 'Add a role', noLevel: 'no level in particular', levelOf: (skill: string) => `Wanted level in ${skill}`, drop: (what: string) => `Remove the wish ${what}`, wished: 'The wish is saved', dropped: 'The wish is removed', toLevel: (level: string) => `to level ${level}`,
    readBy: 'Your manager reads this, and HR with a reason. Others see only how many want to learn something, never who.',
    findable: 'May managers of other units find me?', allow: 'Managers of other units may find me', ownToo: 'My own ratings count too', agreed: 'Managers of other units can find you now', withdrawn: 'No other manager can find you now', changed: 'The change is saved', history: 'Earlier choices', given: (day: string) => `Yes ${day}`, until: (day: string) => `withdrawn ${day}`, edition: (n: number) => `words ${n}`, withOwn: 'with own ratings',
    title: 'What do we want to learn?', help: 'Everybody says so themselves on their profile. What fewer than five want is not shown, nor what could otherwise be worked out.', skillsTitle: 'Skills', rolesTitle: 'Roles', people: 'Want it', noneTitle: 'No wishes to show yet', noneHelp: 'When five or more want the same it shows here. Ask people to write on their profile what they want to learn.', noneShort: 'Nothing that five or more want.',
    hidden: (n: number) => `${n} more ${plural(n, 'is', 'are')} wanted by too few to show.`, crumb: 'Wishes, as numbers',
  },
});
