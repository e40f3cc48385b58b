// Every address of the product and the page behind it. Pages come when they are asked for; domains are composed here.
import { Suspense, type ReactNode } from 'react';
import { matchPath, Route, Routes, useLocation } from 'react-router';
import { hasRole, useActor } from '../api/session';
import { Bones } from '../ui/states';
import { Boundary } from './Boundary';
import { page, type Page } from './page';

const SignInPage = page(() => import('../access/SignInPage').then((m) => m.SignInPage));
const FirstAdministratorPage = page(() => import('../access/FirstAdministratorPage').then((m) => m.FirstAdministratorPage));
const InvitationPage = page(() => import('../access/InvitationPage').then((m) => m.InvitationPage));
const InvitedAlreadyPage = page(() => import('../access/InvitedAlreadyPage').then((m) => m.InvitedAlreadyPage));
const HomePage = page(() => import('./HomePage').then((m) => m.HomePage));
const TeamPage = page(() => import('../insights/TeamPage').then((m) => m.TeamPage));
const NextPage = page(() => import('../insights/NextPage').then((m) => m.NextPage));
const CalibrationPage = page(() => import('../assessments/CalibrationPage').then((m) => m.CalibrationPage));
const FindRoute = page(() => import('./FindRoute').then((m) => m.FindRoute));
const SinglePointsPage = page(() => import('../staffing/SinglePointsPage').then((m) => m.SinglePointsPage));
const DeparturePage = page(() => import('../staffing/DeparturePage').then((m) => m.DeparturePage));
const RefreshPage = page(() => import('../staffing/RefreshPage').then((m) => m.RefreshPage));
const CloudPage = page(() => import('../staffing/CloudPage').then((m) => m.CloudPage));
const ComparePage = page(() => import('../staffing/ComparePage').then((m) => m.ComparePage));
const WishedPage = page(() => import('../wishes/WishedPage').then((m) => m.WishedPage));
const ContestsPage = page(() => import('../assessments/ContestsPage').then((m) => m.ContestsPage));
const PeoplePage = page(() => import('../people/PeoplePage').then((m) => m.PeoplePage));
const UnitsPage = page(() => import('../people/UnitsPage').then((m) => m.UnitsPage));
const PersonRoute = page(() => import('./PersonRoute').then((m) => m.PersonRoute));
const MyRoute = page(() => import('./PersonRoute').then((m) => m.MyRoute));
const EuropassPage = page(() => import('./EuropassPage').then((m) => m.EuropassPage));
const MyDataPage = page(() => import('../people/MyDataPage').then((m) => m.MyDataPage));
const MyReadersPage = page(() => import('../people/MyDataPage').then((m) => m.MyReadersPage));
const RolesPage = page(() => import('../skills/RolesPage').then((m) => m.RolesPage));
const RolePage = page(() => import('../skills/RolePage').then((m) => m.RolePage));
const SkillsPage = page(() => import('../skills/SkillsPage').then((m) => m.SkillsPage));
const SkillPage = page(() => import('../skills/SkillPage').then((m) => m.SkillPage));
const TaxonomiesPage = page(() => import('../taxonomies/TaxonomiesPage').then((m) => m.TaxonomiesPage));
const TaxonomyPage = page(() => import('../taxonomies/TaxonomyPage').then((m) => m.TaxonomyPage));
const ConceptPage = page(() => import('../taxonomies/ConceptPage').then((m) => m.ConceptPage));
const OccupationDraftPage = page(() => import('../drafts/OccupationDraftPage').then((m) => m.OccupationDraftPage));
const TextDraftPage = page(() => import('../drafts/TextDraftPage').then((m) => m.TextDraftPage));
const RoundsPage = page(() => import('../rounds/RoundsPage').then((m) => m.RoundsPage));
const RoundPage = page(() => import('../rounds/RoundPage').then((m) => m.RoundPage));
const MyRoundsPage = page(() => import('../rounds/MyRoundsPage').then((m) => m.MyRoundsPage));
const FormPage = page(() => import('../rounds/FormPage').then((m) => m.FormPage));
const CalibrationMeetingPage = page(() => import('../rounds/CalibrationMeetingPage').then((m) => m.CalibrationMeetingPage));
const PeersPage = page(() => import('../rounds/PeersPage').then((m) => m.PeersPage));
const GridPage = page(() => import('../rounds/GridPage').then((m) => m.GridPage));
const StrategyPage = page(() => import('../strategy/StrategyPage').then((m) => m.StrategyPage));
const AnchoringPage = page(() => import('../strategy/AnchoringPage').then((m) => m.AnchoringPage));
const ReadinessPage = page(() => import('../strategy/ReadinessPage').then((m) => m.ReadinessPage));
const ReviewsPage = page(() => import('../strategy/ReviewsPage').then((m) => m.ReviewsPage));
const LogPage = page(() => import('../strategy/LogPage').then((m) => m.LogPage));
const DocumentPage = page(() => import('../strategy/DocumentPage').then((m) => m.DocumentPage));
const DecidedPage = page(() => import('../strategy/DocumentPage').then((m) => m.DecidedPage));
const StrategySummaryPage = page(() => import('./StrategySummaryPage').then((m) => m.StrategySummaryPage));
const CvPage = page(() => import('../drafts/CvPage').then((m) => m.CvPage));
const ScenariosPage = page(() => import('../scenarios/ScenariosPage').then((m) => m.ScenariosPage));
const RobustPage = page(() => import('../scenarios/RobustPage').then((m) => m.RobustPage));
const GoalsPage = page(() => import('../goals/GoalsPage').then((m) => m.GoalsPage));
const GoalPage = page(() => import('../goals/GoalPage').then((m) => m.GoalPage));
const PrioritiesPage = page(() => import('../priorities/PrioritiesPage').then((m) => m.PrioritiesPage));
const AnalyticsPage = page(() => import('../analytics/AnalyticsPage').then((m) => m.AnalyticsPage));
const SkillAnalysisPage = page(() => import('../analytics/SkillAnalysisPage').then((m) => m.SkillAnalysisPage));
const ActivitiesPage = page(() => import('../learning/ActivitiesPage').then((m) => m.ActivitiesPage));
const ActivityPage = page(() => import('../learning/ActivityPage').then((m) => m.ActivityPage));
const NewActivityPage = page(() => import('../learning/NewActivityPage').then((m) => m.NewActivityPage));
const PlansPage = page(() => import('../plans/PlansPage').then((m) => m.PlansPage));
const PlanPage = page(() => import('../plans/PlanPage').then((m) => m.PlanPage));
const PlanReviewPage = page(() => import('../plans/ReviewPage').then((m) => m.ReviewPage));
const MyPlanPage = page(() => import('../plans/MyPlanPage').then((m) => m.MyPlanPage));
const NearPage = page(() => import('../reskilling/NearPage').then((m) => m.NearPage));
const ProgrammesPage = page(() => import('../reskilling/ProgrammesPage').then((m) => m.ProgrammesPage));
const NewProgrammePage = page(() => import('../reskilling/ProgrammeForm').then((m) => m.NewProgrammePage));
const ProgrammePage = page(() => import('../reskilling/ProgrammePage').then((m) => m.ProgrammePage));
const CandidatesPage = page(() => import('../reskilling/CandidatesPage').then((m) => m.CandidatesPage));
const CohortsPage = page(() => import('../reskilling/CohortsPage').then((m) => m.CohortsPage));
const ImportsPage = page(() => import('../imports/ImportsPage').then((m) => m.ImportsPage));
const ImportPage = page(() => import('../imports/ImportPage').then((m) => m.ImportPage));
const AccountPage = page(() => import('../access/AccountPage').then((m) => m.AccountPage));
const AccountsPage = page(() => import('../access/AccountsPage').then((m) => m.AccountsPage));
const AuditPage = page(() => import('../access/AuditPage').then((m) => m.AuditPage));
const SettingsPage = page(() => import('../access/SettingsPage').then((m) => m.SettingsPage));
const StatusPage = page(() => import('../access/StatusPage').then((m) => m.StatusPage));
const JobsPage = page(() => import('../jobs/JobsPage').then((m) => m.JobsPage));
const GuidePage = page(() => import('./GuidePage').then((m) => m.GuidePage));
const ApiPage = page(() => import('./ApiPage').then((m) => m.ApiPage));
const GapMapPage = page(() => import('../insights/GapMapPage').then((m) => (m.prefetchGapMap(location), m.GapMapPage)));
const NoticesPage = page(() => import('../notices/NoticesPage').then((m) => m.NoticesPage));
const MailPage = page(() => import('../notices/MailPage').then((m) => m.MailPage));
const NowherePage = page(() => import('./NowherePage').then((m) => m.NowherePage));

const house: [string, Page][] = [
  ['/', HomePage],
  ['/home', HomePage],
  ['/start', GuidePage],
  ['/start/:token', GuidePage],
  ['/invitation/:token', InvitedAlreadyPage],
  ['/api/docs', ApiPage],
  ['/gap', GapMapPage],
  ['/find', FindRoute],
  ['/single-points', SinglePointsPage],
  ['/departure', DeparturePage],
  ['/compare', ComparePage],
  ['/cloud', CloudPage],
  ['/refresh', RefreshPage],
  ['/wishes', WishedPage],
  ['/team', TeamPage],
  ['/next', NextPage],
  ['/contests', ContestsPage],
  ['/calibration', CalibrationPage],
  ['/me', MyRoute],
  ['/me/cv', CvPage],
  ['/me/data', MyDataPage],
  ['/me/readers', MyReadersPage],
  ['/me/plan', MyPlanPage],
  ['/people', PeoplePage],
  ['/people/:person', PersonRoute],
  ['/people/:person/europass', EuropassPage],
  ['/scenarios', ScenariosPage],
  ['/scenarios/comparison', RobustPage],
  ['/goals', GoalsPage],
  ['/goals/:goal', GoalPage],
  ['/priorities', PrioritiesPage],
  ['/analytics', AnalyticsPage],
  ['/analytics/skills/:skill', SkillAnalysisPage],
  ['/units', UnitsPage],
  ['/roles', RolesPage],
  ['/roles/draft', TextDraftPage],
  ['/roles/:role', RolePage],
  ['/skills', SkillsPage],
  ['/skills/:skill', SkillPage],
  ['/taxonomies', TaxonomiesPage],
  ['/taxonomies/:taxonomy', TaxonomyPage],
  ['/concepts/:concept', ConceptPage],
  ['/concepts/:concept/role', OccupationDraftPage],
  ['/rounds', RoundsPage],
  ['/rounds/mine', MyRoundsPage],
  ['/rounds/cases/:case', FormPage],
  ['/rounds/:round', RoundPage],
  ['/rounds/:round/team', GridPage],
  ['/rounds/:round/peers', PeersPage],
  ['/rounds/:round/calibration', CalibrationMeetingPage],
  ['/strategy', StrategyPage],
  ['/strategy/anchoring', AnchoringPage],
  ['/strategy/readiness', ReadinessPage],
  ['/strategy/reviews', ReviewsPage],
  ['/strategy/log', LogPage],
  ['/strategy/document', DocumentPage],
  ['/strategy/summary', StrategySummaryPage],
  ['/strategy/decided', DecidedPage],
  ['/learning', ActivitiesPage],
  ['/learning/new', NewActivityPage],
  ['/learning/:activity', ActivityPage],
  ['/plans', PlansPage],
  ['/plans/review', PlanReviewPage],
  ['/plans/:plan', PlanPage],
  ['/me/roles', NearPage],
  ['/programmes', ProgrammesPage],
  ['/programmes/new', NewProgrammePage],
  ['/programmes/:programme', ProgrammePage],
  ['/programmes/:programme/candidates', CandidatesPage],
  ['/programmes/:programme/cohorts', CohortsPage],
  ['/imports', ImportsPage],
  ['/imports/:id', ImportPage],
  ['/notices', NoticesPage],
  ['/account', AccountPage],
  ['/admin/accounts', AccountsPage],
  ['/admin/audit', AuditPage],
  ['/admin/jobs', JobsPage],
  ['/admin/mail', MailPage],
  ['/admin/settings', SettingsPage],
  ['/admin/status', StatusPage],
];

/** Fetches the page behind an address: the first one before it is known who is signed in, others when pointed at. */
export const fetchPage = (address: string) => house.find(([path]) => matchPath(path, address))?.[1].fetch().catch(() => undefined);

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

// Somebody from outside finds the cases and the account here, and nothing else.
const outside = ['/', '/home', '/invitation/:token', '/rounds/mine', '/rounds/cases/:case', '/account'];

export const HouseRoutes = () => {
  const pages = hasRole(useActor(), 'assessor') ? house.filter(([path]) => outside.includes(path)) : house;
  return (
    <Framed>
      <Routes>
        {pages.map(([path, Shown]) => (
          <Route key={path} path={path} element={<Shown />} />
        ))}
        <Route path="*" element={<NowherePage />} />
      </Routes>
    </Framed>
  );
};
