// Words about colleagues who answer in a round.
import { texts } from '../ui/i18n';

export const peers = texts({
  sv: {
    title: 'Vilka kollegor svarar?', lastDay: (day: string) => `sista dagen är ${day}`, aboutMe: 'Om mig', aboutMeHelp: 'Föreslå kollegor som har sett dig arbeta. Din chef bekräftar, och först då frågas de. Du ser vad de svarar och vem som har svarat.',
    team: 'Om mina medarbetare', teamHelp: 'Bekräfta förslagen, eller välj en kollega direkt. Den som bekräftas får frågorna på en gång.', wished: (n: string, all: string) => `${n} av högst ${all}`,
    pick: (name: string) => `Kollega som kan svara om ${name}`, pickMine: 'Kollega som kan svara om mig', choose: 'Välj kollega', search: 'Sök bland kollegorna', nobody: 'Ingen sådan kollega. Det går att välja bland dem i samma enhet eller under samma chef.', none: 'Ingen är föreslagen än.', noneWanted: 'Alla platser är tagna. Ta bort någon för att välja en annan.',
    confirm: 'Bekräfta', turnDown: 'Välj bort', takeBack: 'Ta tillbaka', gone: 'arbetar inte ihop längre', done: 'har svarat', saidProposed: (name: string) => `${name} är föreslagen`, saidConfirmed: (name: string) => `${name} får frågorna`, saidGone: (name: string) => `${name} är borttagen`, closed: 'Kartläggningen är stängd; valen kan inte ändras.',
  },
  en: {
    title: 'Which colleagues answer?', lastDay: (day: string) => `the last day is ${day}`, aboutMe: 'About me', aboutMeHelp: 'Propose colleagues who have seen you work. Your manager confirms, and only then are they asked. You see what they answer and who has answered.',
    team: 'About my reports', teamHelp: 'Confirm the proposals, or choose a colleague directly. Whoever is confirmed gets the questions at once.', wished: (n: string, all: string) => `${n} of at most ${all}`,
    pick: (name: string) => `Colleague who can answer about ${name}`, pickMine: 'Colleague who can answer about me', choose: 'Choose a colleague', search: 'Search among the colleagues', nobody: 'No such colleague. One can choose among those in the same unit or under the same manager.', none: 'Nobody is proposed yet.', noneWanted: 'Every place is taken. Remove somebody to choose another.',
    confirm: 'Confirm', turnDown: 'Turn down', takeBack: 'Take back', gone: 'no longer work together', done: 'has answered', saidProposed: (name: string) => `${name} is proposed`, saidConfirmed: (name: string) => `${name} gets the questions`, saidGone: (name: string) => `${name} is removed`, closed: 'The round is closed; the choices cannot be changed.',
  },
});
