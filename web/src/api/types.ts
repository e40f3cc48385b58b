// The words of the API as pages use them: short names for the schemas of schema.d.ts, which is generated from
// docs/openapi.json (tools/generate). Nothing is described here a second time.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Id = number;
/** YYYY-MM-DD */
export type Day = string;
/** RFC 3339, UTC */
export type Instant = string;
export type Language = 'sv' | 'en';

/** A label in both languages; the reader's is picked, the other stands in when it is empty. */
export type Text = Schemas['Text'];

export type Problem = Schemas['Problem'];
export type Role = Schemas['Role'];
export type State = Schemas['State'];
export type Source = Schemas['Source'];
export type SkillKind = Schemas['SkillKind'];

// --- access ---
export type Start = Schemas['Start'];
export type Grant = Schemas['WantedRole'];
export type Session = Schemas['Session'];
export type Token = Schemas['Token'];
export type Account = Schemas['Account'];
export type NewAccount = Schemas['NewAccount'];
export type AuditEntry = Schemas['TrailEntry'];
export type AuditVerification = Schemas['Verification'];
export type Settings = Schemas['Settings'];
export type WantedSettings = Schemas['Wanted'];
export type Status = Schemas['AppStatus'];
export type Job = Schemas['Job'];

// --- people ---
export type Unit = Schemas['Unit'];
export type PersonRow = Schemas['PersonRow'];
export type Position = Schemas['Position'];
export type Person = Schemas['PeopleProfile'];
export type HeldRole = Schemas['HeldRole'];
export type Gender = NonNullable<Schemas['PeopleProfile']['gender']>;
export type NewPerson = Schemas['NewPerson'];
export type PersonChange = Schemas['PersonEdit'];
export type NewPosition = Schemas['NewPosition'];
export type Wishes = Schemas['Wishes'];
export type WishedSkill = Schemas['WishedSkill'];
export type Wished = Schemas['Wished'];
export type Findable = Schemas['Findable'];
export type Read = Schemas['ReadEntry'];
export type Everything = Schemas['MyData'];
export type StoredAssessment = Schemas['Statement'];
export type Found = Schemas['Found'];

// --- goals ---
export type GoalState = Schemas['GoalState'];
export type GoalRow = Schemas['GoalRow'];
export type Goal = Schemas['Goal'];
export type NewGoal = Schemas['NewGoal'];
export type GoalInput = Schemas['GoalInput'];
export type GoalNeed = Schemas['Need'];
export type NeedRow = Schemas['NeedRow'];
export type NewChoice = Schemas['NewChoice'];
export type NewReading = Schemas['NewReading'];
export type GoalReading = Schemas['Reading'];
export type Starter = Schemas['Starter'];
export type Priorities = Schemas['Priorities'];
export type Priority = Schemas['Priority'];

// --- learning ---
export type ActivityKind = Schemas['ActivityKind'];
export type ActivityCost = Schemas['ActivityCost'];
export type ActivityRow = Schemas['ActivityRow'];
export type Activity = Schemas['Activity'];
export type ActivityInput = Schemas['ActivityInput'];
export type SkillRaise = Schemas['SkillRaise'];
export type ServingActivity = Schemas['ServingActivity'];
export type NeedLearning = Schemas['NeedLearning'];
export type CostEstimate = Schemas['CostEstimate'];

// --- plans ---
export type PlanState = Schemas['PlanState'];
export type PlanRow = Schemas['PlanRow'];
export type Plan = Schemas['Plan'];
export type PlanFrame = Schemas['Frame'];
export type NewPlan = Schemas['NewPlan'];
export type PlanLock = Schemas['PlanLock'];
export type NamedLock = Schemas['NamedLock'];
export type PlanTold = Schemas['PlanTold'];
export type GoalPlanned = Schemas['GoalPlanned'];
export type NeedPlanned = Schemas['NeedPlanned'];
export type UnitPlanned = Schemas['UnitPlanned'];
export type ActivityPlanned = Schemas['ActivityPlanned'];
export type ShadowPrice = Schemas['ShadowPrice'];
export type BudgetPoint = Schemas['BudgetPoint'];
export type LockConflict = Schemas['LockConflict'];
export type AgeBandRate = Schemas['AgeBandRate'];
export type GenderRate = Schemas['GenderRate'];
export type SelectionRate = Omit<GenderRate, 'gender'>;
export type PlanItem = Schemas['PlanItem'];
export type ItemReview = Schemas['ItemReview'];
export type ItemAnswer = Schemas['ItemAnswer'];
export type ItemStep = Schemas['ItemStep'];
export type PersonOutcome = Schemas['PersonOutcome'];
export type PlanReview = Schemas['PlanReview'];
export type PaidCost = Schemas['PaidCost'];
export type PlannedCost = Schemas['PlannedCost'];

// --- skills ---
export type SkillGroup = Schemas['Group'];
export type SkillRow = Schemas['SkillRow'];
export type Catalogue = Schemas['Catalogue'];
export type Scale = Schemas['Scale'];
export type SkillFigures = Schemas['BySkill'];
export type Skill = Schemas['Skill'];
export type SkillInput = Schemas['SkillInput'];
export type RoleRow = Schemas['RoleRow'];
export type Requirement = Schemas['Requirement'];
export type RoleProfile = Schemas['RoleProfile'];
export type RoleDifference = Schemas['RoleDifference'];
export type Pack = Schemas['PackRow'];

// --- assessments ---
export type Sums = Schemas['Sums'];
export type HeldSkill = Schemas['HeldSkill'];
export type SkillProfile = Schemas['SkillProfile'];
export type Contest = Schemas['Contest'];
export type Evidence = Schemas['ExplainedStatement'];
export type Attachment = Schemas['Attachment'];
export type Calibration = Schemas['Calibration'];
export type RaterCalibration = Schemas['RaterCalibration'];
export type Explanation = Schemas['LevelExplanation'];
export type NewAssessment = Schemas['NewAssessment'];
export type ContestAnswer = Schemas['Answer'];
export type ContestRow = Schemas['ContestRow'];

// --- rounds ---
export type RoundState = Schemas['RoundState'];
export type Voice = Schemas['Voice'];
export type RoundRow = Schemas['RoundRow'];
export type Round = Schemas['Round'];
export type NewRound = Schemas['NewRound'];
export type UnitProgress = Schemas['UnitProgress'];
export type AnswerKind = Schemas['AnswerKind'];
export type GivenAnswer = Schemas['GivenAnswer'];
export type FormSkill = Schemas['FormSkill'];
export type RoundForm = Schemas['Form'];
export type RoundGrid = Schemas['Grid'];
export type GridCell = Schemas['GridCell'];
export type Movement = Schemas['Movement'];
export type FarApart = Schemas['FarApart'];
export type CalibrationMeeting = Schemas['CalibrationMeeting'];
export type ComparedRow = Schemas['ComparedRow'];
export type OpenCase = Schemas['OpenCase'];
export type OpenChoice = Schemas['OpenChoice'];
export type PeerState = Schemas['PeerState'];
export type NamedPeer = Schemas['NamedPeer'];
export type PeersOf = Schemas['PeersOf'];
export type PeerChoice = Schemas['PeerChoice'];
export type AssessorState = Schemas['AssessorState'];
export type Assessor = Schemas['Assessor'];
export type NewRoundAssessor = Schemas['NewRoundAssessor'];
export type GivenCases = Schemas['GivenCases'];

// --- notices ---
export type Notice = Schemas['ShownNotice'];
export type MailStatus = Schemas['MailStatus'];
export type WantedMail = Schemas['WantedMail'];
export type MailState = Schemas['MailState'];
export type Mail = Schemas['Mail'];
export type Invitation = Schemas['Invitation'];
export type MailWish = Schemas['MailWish'];

// --- insights ---
export type Figures = Schemas['InsightsFigures'];
/** Row-major units × skills. -1: nobody needs it there. -2: hidden, too few. -3 (weighted_gap): all unknown. */
export type GapMap = Schemas['GapMap'];
export type CellPerson = Schemas['CellPerson'];
export type Cell = Schemas['CellDetail'];
export type PersonSums = Schemas['PersonSummary'];
export type TeamCell = Schemas['TeamCell'];
export type TeamMatrix = Schemas['TeamMatrix'];
export type NextAssessment = Schemas['NextAssessment'];
export type NextAssessments = Schemas['NextAssessments'];
export type Home = Schemas['Home'];
export type Guide = Schemas['Guide'];

// --- staffing ---
export type FoundPerson = Schemas['FoundPerson'];
export type FoundLevel = Schemas['FoundLevel'];
export type FewHolders = Schemas['FewHolders'];
export type RefreshDue = Schemas['RefreshDue'];
export type SinglePoints = Schemas['SinglePoints'];
export type Departure = Schemas['Departure'];

// --- what-if ---
export type WhatIfAssumptions = Required<Schemas['WhatIfAssumptions']>;
export type WhatIf = Schemas['WhatIf'];
export type UnitDifference = Schemas['UnitDifference'];
export type WhatIfForecast = Schemas['WhatIfForecast'];
export type ForecastSide = Schemas['ForecastSide'];
export type SkillDifference = Schemas['SkillDifference'];
export type RoleAheadDifference = Schemas['RoleAheadDifference'];
export type UnitAheadDifference = Schemas['UnitAheadDifference'];
export type PostsAhead = Schemas['PostsAhead'];
export type KeptWhatIf = Schemas['KeptWhatIf'];
export type LeftOutKind = Schemas['LeftOutKind'];
export type StatedLevel = Schemas['StatedLevel'];
export type Cover = Schemas['Cover'];
export type SkillLost = Schemas['SkillLost'];
export type Comparison = Schemas['StaffingComparison'];
export type ComparedUnit = Schemas['StaffingComparedUnit'];
export type ComparedSkill = Schemas['ComparedSkill'];
export type SkillSide = Schemas['SkillSide'];

// --- scenarios ---
export type Assumptions = Schemas['Assumptions'];
export type ChangeKind = Schemas['ChangeKind'];
export type ScenarioChange = Schemas['ScenarioChange'];
export type Scenario = Schemas['Scenario'];
export type NewScenario = Schemas['NewScenario'];
export type ForecastTold = Schemas['ForecastTold'];
export type Ahead = Schemas['Ahead'];
export type Curve = Schemas['Curve'];
export type NeedCurve = Schemas['NeedCurve'];
export type NeedAhead = Schemas['NeedAhead'];
export type GoalForecast = Schemas['GoalForecast'];
export type ScenarioComparison = Schemas['ScenarioComparison'];
export type Regret = Schemas['Regret'];

// --- strategy ---
export type StrategyState = Schemas['StrategyState'];
export type Strategy = Schemas['Strategy'];
export type StrategyRow = Schemas['StrategyRow'];
export type StrategyInput = Schemas['StrategyInput'];
export type YearPlan = Schemas['YearPlan'];
export type Standing = Schemas['StrategyStanding'];
export type StepName = Schemas['Step'];
export type StepState = Schemas['StepState'];
export type JourneyStep = Schemas['JourneyStep'];
export type StepFact = Schemas['StepFact'];
export type StepInput = Schemas['StepInput'];
export type FactKey = Schemas['FactKey'];
export type NextAct = Schemas['NextAct'];
export type StrategyPlace = Schemas['StrategyPlace'];
export type Stall = Schemas['Stall'];
export type StallKind = Schemas['StallKind'];
export type Question = Schemas['Question'];
export type QuestionScore = Schemas['QuestionScore'];
export type Criterion = Schemas['Criterion'];
export type CriterionScore = Schemas['CriterionScore'];
export type EvidenceInput = Schemas['EvidenceInput'];
export type AnchoringLack = Schemas['Lack'];
export type Anchoring = Schemas['Anchoring'];
export type Stance = Schemas['Stance'];
export type Consultation = Schemas['Consultation'];
export type ConsultationInput = Schemas['ConsultationInput'];
export type NegotiationOutcome = Schemas['StrategyOutcome'];
export type Negotiation = Schemas['Negotiation'];
export type NegotiationInput = Schemas['NegotiationInput'];
export type DecisionInput = Schemas['DecisionInput'];
export type StrategyDocument = Schemas['Document'];
export type LogKind = Schemas['EntryKind'];
export type LogEntry = Schemas['LogEntry'];
export type NewLogEntry = Schemas['NewEntry'];
export type Review = Schemas['Review'];
export type ReviewInput = Schemas['StrategyReviewInput'];
export type SeenFigures = Schemas['Seen'];
export type Written = Schemas['Written'];

// --- analytics ---
export type AdjacentDirection = Schemas['AdjacentDirection'];
export type AdjacentRole = Schemas['AdjacentRole'];
export type AdjacentRoles = Schemas['AdjacentRoles'];
export type AdjacentSkills = Schemas['AdjacentSkills'];
export type SkillLikeness = Schemas['SkillLikeness'];
export type SkillEdgeKind = Schemas['SkillEdgeKind'];
export type Concentration = Schemas['Concentration'];
export type SpreadBy = Schemas['SpreadBy'];
export type SpreadGroup = Schemas['SpreadGroup'];
export type SkillSpread = Schemas['SkillSpread'];
export type AgeBand = Schemas['AgeBand'];
export type AgeStructure = Schemas['AgeStructure'];
export type SkillAges = Schemas['SkillAges'];
export type Trends = Schemas['Trends'];
export type SkillTrend = Schemas['SkillTrend'];
export type TrendPoint = Schemas['TrendPoint'];
export type TrendCauses = Schemas['TrendCauses'];
export type TrendReading = Schemas['TrendReading'];

// --- reskilling ---
export type NearRole = Schemas['NearRole'];
export type NearRoles = Schemas['NearRoles'];
export type RoleFit = Schemas['RoleFit'];
export type FitSkill = Schemas['FitSkill'];
export type FitPath = Schemas['FitPath'];
export type OpenProgramme = Schemas['OpenProgramme'];
export type OpenProgrammes = Schemas['OpenProgrammes'];
export type InterestInput = Schemas['InterestInput'];
export type MyReskilling = Schemas['MyReskilling'];
export type MyMember = Schemas['MyMember'];
export type MemberStep = Schemas['MemberStep'];
export type Stage = Schemas['Stage'];
export type StepKind = Schemas['StepKind'];
export type LeftReason = Schemas['LeftReason'];
export type Programme = Schemas['Programme'];
export type ProgrammeInput = Schemas['ProgrammeInput'];
export type ProgrammeState = Schemas['ProgrammeState'];
export type ProgrammeTold = Schemas['ProgrammeTold'];
export type FlowSum = Schemas['FlowSum'];
export type BreakEven = Schemas['BreakEven'];
export type Candidate = Schemas['Candidate'];
export type CandidateBoard = Schemas['CandidateBoard'];
export type Lock = Schemas['Lock'];
export type Suggestion = Schemas['Suggestion'];
export type SuggestionAim = Schemas['SuggestionAim'];
export type SuggestionAsked = Schemas['SuggestionAsked'];
export type Cohort = Schemas['Cohort'];
export type CohortBoard = Schemas['CohortBoard'];
export type CohortMember = Schemas['CohortMember'];
export type CohortInput = Schemas['CohortInput'];
export type FollowUp = Schemas['FollowUp'];

// --- imports ---
export type ImportKind = Schemas['ImportKind'];
export type ImportField = Schemas['ShownField'];
export type ImportOptions = Schemas['ImportOptions'];
export type ImportOutcome = Schemas['ImportsFigures'];
export type Import = Schemas['Import'];
export type ImportProblem = Schemas['ImportProblem'];
export type UnknownName = Schemas['UnknownName'];
export type AcceptedName = Schemas['AcceptedName'];
export type ImportChange = Schemas['RowChange'];
export type NewMapping = Schemas['NewMapping'];
export type Mapping = Schemas['SavedMapping'];

// --- taxonomies ---
export type ReleaseKind = Schemas['ReleaseKind'];
export type ReleaseReport = Schemas['ReleaseReport'];
export type Crosswalk = Schemas['Crosswalk'];
export type CrosswalkReport = Schemas['CrosswalkReport'];
export type Correspondence = Schemas['Correspondence'];
export type Correspondences = Schemas['Correspondences'];
export type Counterpart = Schemas['Counterpart'];
export type Taxonomy = Schemas['Taxonomy'];
export type ReleaseRow = Schemas['ReleaseRow'];
export type Change = Schemas['Change'];
export type Concept = Schemas['Concept'];
export type ConceptRow = Schemas['ConceptRow'];
export type ConceptType = Schemas['ConceptType'];
export type MatchKind = Schemas['MatchKind'];
export type Wording = Schemas['Wording'];
export type ConceptMatch = Schemas['ConceptMatch'];
export type SkillLink = Schemas['SkillLink'];
export type StandIn = Schemas['StandIn'];

// --- drafts ---
export type OccupationDraft = Schemas['OccupationDraft'];
export type ConfirmedRole = Schemas['ConfirmedRole'];
export type TextDraft = Schemas['TextDraft'];
export type TextLine = Schemas['TextLine'];
