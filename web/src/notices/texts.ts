// Words about notices and the e-mail that carries them.
import { texts } from '../ui/i18n';

export const notices = texts({
  sv: {
    title: 'Vad har hänt?', crumb: 'Meddelanden till dig', readAll: 'Markera alla som lästa', unread: 'oläst', required: 'till alla',
    empty: 'Inga meddelanden än', emptyHelp: 'När något väntar på dig, till exempel en kartläggning, står det här. Vilka mejl du får väljer du på kontot.', toAccount: 'Välj mejl',
  },
  en: {
    title: 'What has happened?', crumb: 'Notices to you', readAll: 'Mark all as read', unread: 'unread', required: 'to everybody',
    empty: 'No notices yet', emptyHelp: 'When something waits for you, such as a skills round, it stands here. Which e-mail you get is chosen on your account.', toAccount: 'Choose e-mail',
  },
});

export const mail = texts({
  sv: {
    title: 'Kommer mejlen fram?', crumb: 'E-post: servern, kön och det som inte gick', test: 'Skicka ett prov till mig', testing: 'Provar e-posten', testSent: 'Servern tog emot provet. Se efter i din inkorg.',
    offTitle: 'E-post är inte inställd', off: 'Kunna säger till i appen ändå. För att det också ska komma som mejl behövs er e-postserver, en avsändare och adressen som folk öppnar Kunna på. Fyll i dem här, spara och skicka ett prov till dig själv.',
    troubleTitle: 'E-postservern går inte att använda', troubleSince: (since: string, tries: string) => `Sedan ${since}, ${tries} försök. Allt väntar i kön.`, answer: 'Servern svarade', nextTry: (when: string) => `Nästa försök ${when}.`, retry: 'Försök igen nu', retried: (n: string) => `${n} mejl försöks igen`,
    waiting: 'Väntar', waitingHelp: 'personer får snart ett mejl', quietNow: 'tills de tysta timmarna är slut', sent: 'Skickade i dag', sentHelp: 'togs emot av servern', failed: 'Misslyckade', failedHelp: 'se skälen nedan', noneFailed: 'inget att åtgärda',
    server: 'Server', serverHelp: 'Till exempel smtp.example.se. Töm fältet för att stänga av e-posten.', port: 'Port', security: 'Kryptering', none: 'Ingen', user: 'Användarnamn', userHelp: 'Tomt om servern inte kräver inloggning.',
    password: 'Lösenord', passwordSet: 'finns på servern', passwordMissing: 'saknas', passwordHelp: 'Lösenordet sparas aldrig i Kunna. Sätt KUNNA_SMTP_PASSWORD där Kunna körs.',
    sender: 'Avsändare', senderHelp: 'En adress som servern låter er skicka från.', address: 'Kunnas adress', addressHelp: 'Den som folk öppnar; länkarna i mejlen börjar så.',
    how: 'Servern', inside: 'I mejlen', quiet: 'Tysta timmar', quietHelp: 'Då väntar mejlen, utom inbjudningar. Meddelanden i appen kommer genast.', from: 'Från klockan', to: 'Till klockan', weekends: 'Hela lördagar och söndagar', save: 'Spara', saved: 'E-postinställningarna är sparade',
    outbox: 'Mejlen', outboxHelp: 'Till vem och om vad, aldrig vad det står i dem.', all: 'Alla', waitingOnes: 'Väntar', failedOnes: 'Misslyckade', sentOnes: 'Skickade', who: 'Till', kind: 'Om', state: 'Läge', tries: 'Försök', outboxEmpty: 'Inga mejl här', outboxEmptyHelp: 'De kommer när någon får ett meddelande.', next: (when: string) => `försöks ${when}`,
    stateWaiting: 'väntar', stateSent: 'skickat', stateFailed: 'misslyckat', stateDropped: 'behövdes inte',
    invitation: 'Inbjudan', round_opened: 'Kartläggning öppnad', round_team_opened: 'Kartläggning öppnad, team', round_colleague_asked: 'Svara om kollegor', round_reminder: 'Påminnelse', round_team_reminder: 'Påminnelse, team', round_others_reminder: 'Påminnelse, om andra', strategy_stalled: 'Strategin står still',
  },
  en: {
    title: 'Does the e-mail arrive?', crumb: 'E-mail: the server, the queue and what went wrong', test: 'Send a test to me', testing: 'Testing e-mail', testSent: 'The server took the test. Look in your inbox.',
    offTitle: 'E-mail is not set up', off: 'Kunna tells people in the app all the same. For it to come by e-mail too, your mail server, a sender and the address at which people open Kunna are needed. Fill them in here, save, and send a test to yourself.',
    troubleTitle: 'The mail server cannot be used', troubleSince: (since: string, tries: string) => `Since ${since}, ${tries} attempts. Everything waits in the queue.`, answer: 'The server answered', nextTry: (when: string) => `Next attempt ${when}.`, retry: 'Try again now', retried: (n: string) => `${n} messages are tried again`,
    waiting: 'Waiting', waitingHelp: 'people will soon get e-mail', quietNow: 'until the quiet hours are over', sent: 'Sent today', sentHelp: 'taken by the server', failed: 'Failed', failedHelp: 'see the reasons below', noneFailed: 'nothing to mend',
    server: 'Mail server', serverHelp: 'Such as smtp.example.com. Empty the field to turn e-mail off.', port: 'Port number', security: 'Encryption', none: 'None', user: 'User name', userHelp: 'Empty if the server asks for no sign-in.',
    password: 'Password', passwordSet: 'is on the server', passwordMissing: 'missing', passwordHelp: 'The password is never stored in Kunna. Set KUNNA_SMTP_PASSWORD where Kunna runs.',
    sender: 'Sender', senderHelp: 'An address that the server lets you send from.', address: 'Address of Kunna', addressHelp: 'The one people open; links in e-mail begin with it.',
    how: 'The server', inside: 'In the messages', quiet: 'Quiet hours', quietHelp: 'E-mail waits then, but for invitations. Notices in the app come at once.', from: 'From', to: 'Until', weekends: 'All of Saturday and Sunday', save: 'Save', saved: 'The e-mail settings are saved',
    outbox: 'The messages', outboxHelp: 'To whom and about what, never what they say.', all: 'All', waitingOnes: 'Waiting', failedOnes: 'Failed', sentOnes: 'Sent', who: 'To', kind: 'About', state: 'State', tries: 'Attempts', outboxEmpty: 'No messages here', outboxEmptyHelp: 'They come when somebody is told something.', next: (when: string) => `tried ${when}`,
    stateWaiting: 'waiting', stateSent: 'sent', stateFailed: 'failed', stateDropped: 'not needed',
    invitation: 'Invitation', round_opened: 'Round opened', round_team_opened: 'Round opened, team', round_colleague_asked: 'Answer about colleagues', round_reminder: 'Reminder', round_team_reminder: 'Reminder, team', round_others_reminder: 'Reminder, about others', strategy_stalled: 'The strategy stands still',
  },
});
