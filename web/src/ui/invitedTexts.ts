// Words about an invitation: by e-mail, or by a link to hand over.
import { texts } from './i18n';

export const invited = texts({
  sv: {
    ready: 'Inbjudan är klar', readyHelp: 'Ge den här länken till personen. Den gäller en gång, i sju dagar. Ett lösenord väljs på sidan som öppnas.',
    mailed: (address: string) => `Inbjudan mejlas till ${address}`, mailedHelp: 'Länken i mejlet gäller en gång, i sju dagar. Ett lösenord väljs på sidan som öppnas.', byHand: 'Visa en länk i stället', byHandHelp: 'Om mejlet inte kommer fram. Länken i mejlet slutar då att gälla.',
    letterWaiting: 'Mejlet med inbjudan väntar på att skickas.', letterSent: (when: string) => `Inbjudan mejlades ${when}.`, letterFailed: 'Mejlet med inbjudan kom inte fram. Bjud in med rätt adress, eller ge personen en länk.',
  },
  en: {
    ready: 'The invitation is ready', readyHelp: 'Give this link to the person. It works once, for seven days. A password is chosen on the page that opens.',
    mailed: (address: string) => `The invitation is sent by e-mail to ${address}`, mailedHelp: 'The link in the message works once, for seven days. A password is chosen on the page that opens.', byHand: 'Show a link instead', byHandHelp: 'If the message does not arrive. The link in it then ends.',
    letterWaiting: 'The message with the invitation is waiting to be sent.', letterSent: (when: string) => `The invitation was sent by e-mail ${when}.`, letterFailed: 'The message with the invitation did not arrive. Invite with the right address, or give the person a link.',
  },
});
