export * from "./pictures/bands.ts";
export * from "./pictures/bars.ts";
export * from "./pictures/columns.ts";
export * from "./pictures/escape.ts";
export * from "./pictures/involvement.ts";
export * from "./pictures/ladder.ts";
export * from "./pictures/ladder-map.ts";
export * from "./pictures/radar.ts";
export * from "./pictures/shares.ts";
export * from "./pictures/states.ts";
export * from "./pictures/strategy-map.ts";
export * from "./pictures/stream.ts";
export * from "./pictures/version-line.ts";
export { analysisWords, type AnalysisWords } from "./words/analysis.ts";
export { artefactWords, type ArtefactWords } from "./words/artefacts.ts";
export { compatibilityWords, type CompatibilityWords } from "./words/compatibility.ts";
export { cultureSurveyWords, type CultureSurveyWords } from "./words/culture-survey.ts";
export { cultureWords, type CultureWords } from "./words/culture.ts";
export * from "./words/ecosystems.ts";
export * from "./words/index.ts";
export { frameworkWords, type FrameworkWords } from "./words/frameworks.ts";
export { frontDoorWords } from "./words/portal/front-door.ts";
export { todayWords } from "./words/portal/today.ts";
export { menuWords } from "./words/menu.ts";
export { obligationWords, type ObligationWords } from "./words/obligations.ts";
export { officeWords, type OfficeWords } from "./words/office.ts";
export { type BoardTold, boardsWords } from "./words/portal/boards.ts";
export { meaningsDe, phrasesDe, problemIn, type SpokenProblem } from "./words/problems/index.ts";
export { advicesDe, type RefusalSentence, refusalSentencesDe, wrongPartsDe } from "./words/refusal-sentences.ts";
export {
  caseReasonDe,
  caseReasonsDe,
  deliveryReasonDe,
  deliveryReasonsDe,
  refusalsDe,
  releaseReasonDe,
  releaseReasonsDe,
  type WrongInput,
  wrongInputDe,
} from "./words/refusals.ts";
export { reportWords, type ReportWords } from "./words/reports.ts";
export { siteWords, type SiteWords } from "./words/site.ts";
export { supplierWords, type SupplierWords } from "./words/suppliers.ts";
export { vulnerabilityWords, type VulnerabilityWords } from "./words/vulnerabilities.ts";
