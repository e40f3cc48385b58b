// Words of sign-in, first start, invitations and the actor's own account.
import { texts } from '../ui/i18n';

export const access = texts({
  sv: {
    signInTitle: 'Logga in', welcome: 'Vad kan vi, och vad behöver vi kunna?',
    tagline: 'Kunna visar vad organisationens människor kan i dag, vad rollerna kräver och var det saknas.',
    password: 'Lösenord', signIn: 'Logga in', wrong: 'E-posten eller lösenordet stämmer inte.',
    demoTitle: 'Prova som', upperManager: 'Chef över andra chefer', demoHelp: 'Det här är en demonstration med ett påhittat företag. Välj vem du vill vara.',
    needsAdministrator: 'Här finns inget konto än', needsAdministratorHelp: 'När servern startade skrev den ut en engångslänk. Öppna den för att skapa den första administratören.',
    firstTitle: 'Skapa den första administratören', firstHelp: 'Länken gäller en gång. Kontot sköter Kunna och har HR:s rättigheter, så att en person kan börja ensam. Ta bort dem när någon annan tar vid.',
    firstGo: 'Skapa och logga in', yourOrganisation: 'Organisationens namn', yourName: 'Ditt namn',
    invitationTitle: 'Välkommen till Kunna', invitationHelp: 'Välj ett lösenord, så är kontot ditt. Länken gäller en gång.', invitationGo: 'Spara och logga in',
    newPassword: 'Nytt lösenord', again: 'En gång till', differ: 'De två lösenorden är inte lika.',
    passwordHelp: 'Minst 12 tecken. Gärna en mening som bara du kommer på.', passwordShort: 'Minst 12 tecken behövs.',
    signOut: 'Logga ut', invitedSignedIn: 'Du är redan inloggad', invitedSignedInHelp: 'Logga ut först om länken är till ett annat konto.',
  },
  en: {
    signInTitle: 'Sign in', welcome: 'What can we do, and what must we be able to do?',
    tagline: 'Kunna shows what the people of the organisation can do today, what the roles require, and where it is missing.',
    password: 'Password', signIn: 'Sign in', wrong: 'The e-mail or the password is not right.',
    upperManager: 'Manager of other managers', demoTitle: 'Try as', demoHelp: 'This is a demonstration with an invented company. Choose who to be.',
    needsAdministrator: 'There is no account here yet', needsAdministratorHelp: 'When the server started it printed a one-time link. Open it to create the first administrator.',
    firstTitle: 'Create the first administrator', firstHelp: 'The link works once. The account runs Kunna and has the rights of HR, so that one person can begin alone. Remove them when somebody else takes over.',
    firstGo: 'Create and sign in', yourOrganisation: 'Name of the organisation', yourName: 'Your name',
    invitationTitle: 'Welcome to Kunna', invitationHelp: 'Choose a password and the account is yours. The link works once.', invitationGo: 'Save and sign in',
    newPassword: 'New password', again: 'Once more', differ: 'The two passwords are not the same.',
    passwordHelp: 'At least 12 characters. A sentence only you would think of is good.', passwordShort: 'At least 12 characters are needed.',
    signOut: 'Sign out', invitedSignedIn: 'You are already signed in', invitedSignedInHelp: 'Sign out first if the link is for another account.',
  },
});
