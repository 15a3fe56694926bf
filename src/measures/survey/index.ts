export { type CultureGroup, type CultureResult, cultureResults } from "./culture.ts";
export { LEAST_ANSWERS } from "./groups.ts";
export { type SurveyGroup, type SurveyOptions, type SurveyResult, surveyResults } from "./results.ts";
export { saidLevel } from "./said-level.ts";
