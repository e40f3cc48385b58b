// Which pages this actor may go to, in the order of the loop; nothing that does not exist yet is promised.
import { can, hasRole, leads } from '../api/session';
import type { Session } from '../api/types';
import type { IconName } from '../ui/icons';
import { to } from '../ui/paths';
import type { shell } from './texts';

type Word = keyof (typeof shell)['sv'];

export interface Place {
  word: Word;
  to: string;
  icon: IconName;
  /** Only this very address is "here", not those below it. */
  exact?: boolean;
}

export interface Section {
  word?: Word;
  places: Place[];
}

export function navigation(session: Session): Section[] {
  const may = (permission: string) => can(session, permission);
  const outside = hasRole(session, 'assessor');
  const sections: (Omit<Section, 'places'> & { places: (Place | false)[] })[] = [
    {
      places: [
        !outside && { word: 'home', to: to.home, icon: 'home', exact: true },
        may('view_aggregates') && { word: 'gap', to: to.gap, icon: 'map' },
        may('view_levels') && { word: 'find', to: to.find, icon: 'search' },
        may('view_aggregates') && { word: 'singlePoints', to: to.singlePoints, icon: 'warning' },
        may('view_levels') && { word: 'refresh', to: to.refresh, icon: 'jobs' },
        may('view_aggregates') && { word: 'wished', to: to.wished, icon: 'plus' },
        leads(session) && { word: 'team', to: to.team, icon: 'team' },
        may('view_levels') && (leads(session) || may('edit_people')) && { word: 'next', to: to.next, icon: 'check' },
        may('run_rounds') && { word: 'rounds', to: to.rounds, icon: 'rounds', exact: true },
        may('answer_contest') && (leads(session) || may('edit_people')) && { word: 'contests', to: to.contests, icon: 'contest' },
      ],
    },
    {
      word: 'strategy',
      places: [
        may('view_strategy') && { word: 'journey', to: to.strategy, icon: 'journey' },
        may('read_strategy') && !may('view_strategy') && { word: 'decided', to: to.strategyForAll, icon: 'file' },
        may('view_goals') && { word: 'goals', to: to.goals, icon: 'goal' },
        may('view_aggregates') && { word: 'priorities', to: to.priorities, icon: 'ranked' },
        may('view_aggregates') && { word: 'analytics', to: to.analytics(), icon: 'eye' },
        may('view_forecast') && { word: 'scenarios', to: to.scenarios, icon: 'status' },
      ],
    },
    {
      word: 'learning',
      places: [
        may('view_plans') && { word: 'plan', to: to.plans, icon: 'balance' },
        may('review_plans') && leads(session) && !may('view_plans') && { word: 'plan', to: to.planReview, icon: 'balance' },
        may('view_learning') && { word: 'activities', to: to.learning, icon: 'book' },
        may('view_programmes') && { word: 'programmes', to: to.programmes, icon: 'journey' },
      ],
    },
    {
      word: 'mine',
      places: [
        !!session.person && may('view_own') && { word: 'me', to: to.me, icon: 'me', exact: true },
        !!session.person && may('answer_plan') && { word: 'myPlan', to: to.myPlan, icon: 'goal' },
        ((!!session.person && may('view_own')) || may('view_calibration')) && { word: 'calibration', to: to.calibration, icon: 'balance' },
        (!!session.person || outside) && may('answer_rounds') && { word: 'myRounds', to: to.myRounds, icon: 'edit' },
        !!session.person && may('seek_roles') && { word: 'nearRoles', to: to.nearRoles, icon: 'roles' },
        !!session.person && may('view_own') && { word: 'myData', to: to.myData, icon: 'file' },
        !!session.person && may('view_own') && { word: 'readers', to: to.myReaders, icon: 'eye' },
      ],
    },
    {
      word: 'basis',
      places: [
        may('view_people') && { word: 'people', to: to.people, icon: 'people' },
        may('view_units') && { word: 'units', to: to.units, icon: 'table' },
        may('view_catalogue') && { word: 'roles', to: to.roles, icon: 'roles' },
        may('view_catalogue') && { word: 'skills', to: to.skills, icon: 'skills' },
        may('edit_catalogue') && { word: 'taxonomies', to: to.taxonomies, icon: 'search' },
        (may('import_files') || may('edit_learning')) && { word: 'imports', to: to.imports, icon: 'import' },
      ],
    },
    {
      word: 'admin',
      places: [
        may('administer_accounts') && { word: 'accounts', to: to.accounts, icon: 'key' },
        may('view_audit') && { word: 'audit', to: to.audit, icon: 'trail' },
        may('view_jobs') && { word: 'jobs', to: to.jobs, icon: 'jobs' },
        may('run_mail') && { word: 'mail', to: to.mail, icon: 'mail' },
        may('view_settings') && { word: 'settings', to: to.settings, icon: 'settings' },
        may('view_status') && { word: 'status', to: to.status, icon: 'status' },
      ],
    },
  ];
  return sections
    .map((section) => ({ ...section, places: section.places.filter((place): place is Place => place !== false) }))
    .filter((section) => section.places.length > 0);
}
