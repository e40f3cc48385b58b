// Words of the profile as a CV.
import { texts } from '../ui/i18n';

export const europass = texts({
  sv: {
    title: (name: string) => `CV, ${name}`, print: 'Skriv ut eller spara som PDF', personal: 'Personlig information', employer: 'Arbetsgivare', hired: 'Anställd sedan', experience: 'Arbetslivserfarenhet', now: 'nu', skills: 'Kompetens', otherSkills: 'Övrigt', languages: 'Språk', certificates: 'Intyg', holdsUntil: (day: string) => `gäller till ${day}`, holdsOn: 'gäller tills vidare', wishes: 'Önskemål', wantsSkills: 'Vill kunna', wantsRoles: 'Nyfiken på', ownRating: 'egen skattning',
    foot: (day: string) => `Ur Kunna per ${day}. Nivåerna är sammanvägda av daterade belägg; de som bara vilar på personens egen skattning är märkta.`, nothing: 'Inga kompetenser är bedömda än.', reasonHelp: (name: string) => `Skälet sparas, och ${name} kan läsa det.`,
  },
  en: {
    title: (name: string) => `CV, ${name}`, print: 'Print or save as PDF', personal: 'Personal information', employer: 'Employer', hired: 'Employed since', experience: 'Work experience', now: 'now', skills: 'Skills', otherSkills: 'Other', languages: 'Languages', certificates: 'Certificates', holdsUntil: (day: string) => `valid until ${day}`, holdsOn: 'valid until further notice', wishes: 'Wishes', wantsSkills: 'Wants to learn', wantsRoles: 'Curious about', ownRating: 'own rating',
    foot: (day: string) => `From Kunna as of ${day}. Levels are weighed together from dated evidence; those that rest on the person’s own rating alone are marked.`, nothing: 'No skills have been assessed yet.', reasonHelp: (name: string) => `The reason is kept, and ${name} can read it.`,
  },
});
