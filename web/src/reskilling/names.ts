// Names of fixed lists: a new member of the API's type does not compile until both languages name it.
import type { LeftReason, ProgrammeState, Stage, StepKind } from '../api/types';

type Names<K extends string> = { sv: Record<K, string>; en: Record<K, string> };

export const stageNames: Names<Stage | 'applied'> = {
  sv: { applied: 'har sökt, inte utvald', selected: 'utvald', learning: 'lär sig', trial: 'prövar', placed: 'placerad', left: 'har lämnat' },
  en: { applied: 'has applied, not selected', selected: 'selected', learning: 'learning', trial: 'on trial', placed: 'placed', left: 'has left' },
};

export const stateOfProgramme: Names<ProgrammeState> = {
  sv: { draft: 'utkast', open: 'öppet för intresse', running: 'pågår', closed: 'avslutat' },
  en: { draft: 'draft', open: 'open for interest', running: 'running', closed: 'closed' },
};

export const leftReasons: Names<LeftReason> = {
  sv: { withdrew: 'tog tillbaka sitt intresse', stopped: 'avbröt', trial_failed: 'klarade inte prövotiden', other_role: 'fick en annan roll', left_company: 'slutade', other: 'annat skäl' },
  en: { withdrew: 'took the interest back', stopped: 'stopped', trial_failed: 'did not pass the trial', other_role: 'got another role', left_company: 'left the company', other: 'another reason' },
};

export const stepKinds: Names<StepKind> = {
  sv: { assess: 'bedöms', activity: 'aktivitet', practice: 'egen träning' },
  en: { assess: 'assessment', activity: 'activity', practice: 'practice' },
};
