// Every address of the product and the page behind it. Pages come when they are asked for; domains are composed here.
import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { Bones } from '../ui/states';
import { Boundary } from './Boundary';

const SignInPage = lazy(() => import('../access/SignInPage').then((m) => ({ default: m.SignInPage })));
const FirstAdministratorPage = lazy(() => import('../access/FirstAdministratorPage').then((m) => ({ default: m.FirstAdministratorPage })));
const InvitationPage = lazy(() => import('../access/InvitationPage').then((m) => ({ default: m.InvitationPage })));
const InvitedAlreadyPage = lazy(() => import('../access/InvitedAlreadyPage').then((m) => ({ default: m.InvitedAlreadyPage })));
const HomePage = lazy(() => import('./HomePage').then((m) => ({ default: m.HomePage })));
const TeamPage = lazy(() => import('../insights/TeamPage').then((m) => ({ default: m.TeamPage })));
const ContestsPage = lazy(() => import('../assessments/ContestsPage').then((m) => ({ default: m.ContestsPage })));
const PeoplePage = lazy(() => import('../people/PeoplePage').then((m) => ({ default: m.PeoplePage })));
const UnitsPage = lazy(() => import('../people/UnitsPage').then((m) => ({ default: m.UnitsPage })));
const PersonRoute = lazy(() => import('./PersonRoute').then((m) => ({ default: m.PersonRoute })));
const MyRoute = lazy(() => import('./PersonRoute').then((m) => ({ default: m.MyRoute })));
const MyDataPage = lazy(() => import('../people/MyDataPage').then((m) => ({ default: m.MyDataPage })));
const MyReadersPage = lazy(() => import('../people/MyDataPage').then((m) => ({ default: m.MyReadersPage })));
const RolesPage = lazy(() => import('../skills/RolesPage').then((m) => ({ default: m.RolesPage })));
const RolePage = lazy(() => import('../skills/RolePage').then((m) => ({ default: m.RolePage })));
const SkillsPage = lazy(() => import('../skills/SkillsPage').then((m) => ({ default: m.SkillsPage })));
const SkillPage = lazy(() => import('../skills/SkillPage').then((m) => ({ default: m.SkillPage })));
const ImportsPage = lazy(() => import('../imports/ImportsPage').then((m) => ({ default: m.ImportsPage })));
const ImportPage = lazy(() => import('../imports/ImportPage').then((m) => ({ default: m.ImportPage })));
const AccountPage = lazy(() => import('../access/AccountPage').then((m) => ({ default: m.AccountPage })));
const AccountsPage = lazy(() => import('../access/AccountsPage').then((m) => ({ default: m.AccountsPage })));
const AuditPage = lazy(() => import('../access/AuditPage').then((m) => ({ default: m.AuditPage })));
const SettingsPage = lazy(() => import('../access/SettingsPage').then((m) => ({ default: m.SettingsPage })));
const StatusPage = lazy(() => import('../access/StatusPage').then((m) => ({ default: m.StatusPage })));
const JobsPage = lazy(() => import('../jobs/JobsPage').then((m) => ({ default: m.JobsPage })));
const GuidePage = lazy(() => import('./GuidePage').then((m) => ({ default: m.GuidePage })));
const ApiPage = lazy(() => import('./ApiPage').then((m) => ({ default: m.ApiPage })));
const GapMapPage = lazy(() => import('../insights/GapMapPage').then((m) => ({ default: m.GapMapPage })));
const NowherePage = lazy(() => import('./NowherePage').then((m) => ({ default: m.NowherePage })));

// A page that breaks leaves the shell standing; the boundary is new for every address.
function Framed({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Boundary key={pathname}>
      <Suspense fallback={<Bones rows={8} />}>{children}</Suspense>
    </Boundary>
  );
}

/** For those who are not signed in: whatever the address, the sign-in page stands there and the address is kept. */
export const DoorRoutes = () => (
  <Framed>
    <Routes>
      <Route path="/start/:token" element={<FirstAdministratorPage />} />
      <Route path="/invitation/:token" element={<InvitationPage />} />
      <Route path="*" element={<SignInPage />} />
    </Routes>
  </Framed>
);

export const HouseRoutes = () => (
  <Framed>
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/home" element={<HomePage />} />
      <Route path="/start" element={<GuidePage />} />
      <Route path="/start/:token" element={<GuidePage />} />
      <Route path="/invitation/:token" element={<InvitedAlreadyPage />} />
      <Route path="/api/docs" element={<ApiPage />} />
      <Route path="/gap" element={<GapMapPage />} />
      <Route path="/team" element={<TeamPage />} />
      <Route path="/contests" element={<ContestsPage />} />
      <Route path="/me" element={<MyRoute />} />
      <Route path="/me/data" element={<MyDataPage />} />
      <Route path="/me/readers" element={<MyReadersPage />} />
      <Route path="/people" element={<PeoplePage />} />
      <Route path="/people/:person" element={<PersonRoute />} />
      <Route path="/units" element={<UnitsPage />} />
      <Route path="/roles" element={<RolesPage />} />
      <Route path="/roles/:role" element={<RolePage />} />
      <Route path="/skills" element={<SkillsPage />} />
      <Route path="/skills/:skill" element={<SkillPage />} />
      <Route path="/imports" element={<ImportsPage />} />
      <Route path="/imports/:id" element={<ImportPage />} />
      <Route path="/account" element={<AccountPage />} />
      <Route path="/admin/accounts" element={<AccountsPage />} />
      <Route path="/admin/audit" element={<AuditPage />} />
      <Route path="/admin/jobs" element={<JobsPage />} />
      <Route path="/admin/settings" element={<SettingsPage />} />
      <Route path="/admin/status" element={<StatusPage />} />
      <Route path="*" element={<NowherePage />} />
    </Routes>
  </Framed>
);
