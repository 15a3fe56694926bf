// The door of what is shown. Only what every command needs is loaded with it; a form is loaded when somebody asks for it.
import type { Language } from "#look";
import type { CultureResult, SurveyResult } from "#measures";
import type { CommunityReport } from "./community/text.ts";
import type { DeliveryReport } from "./delivery/text.ts";

export type { CommunityReport } from "./community/text.ts";
export type { DeliveryReport } from "./delivery/text.ts";
export type { ArtefactInput } from "./artefacts/input.ts";
export { type ReportKind, reportKinds } from "./artefacts/kinds.ts";
export type {
  Asked,
  Capacity,
  DocumentChange,
  DocumentName,
  Hit,
  LicenseTrust,
  OpenCount,
  PastDelivery,
  TodayFacts,
  UseAnswered,
} from "./portal/index.ts";
export { chainKinds } from "./chain/types.ts";
export type { SurveyForm } from "./survey/form.ts";
export { type ResultFormat, render, resultFormats } from "./formats.ts";
export { type ChangedFile, changedFilesPatch } from "./patch/changed-files.ts";
export { type NewFile, newFilesPatch } from "./patch/new-files.ts";
export { readResult } from "./json/read.ts";
export { cycloneDx, cycloneDxPieces } from "./sbom/cyclonedx.ts";
export { type SbomOptions, sbomInput } from "./sbom/from-inventories.ts";
export { sbomInputOfResult } from "./sbom/from-result.ts";
export type { SbomComponent, SbomInput, SbomLicense, SbomOwn } from "./sbom/input.ts";
export { spdx, spdxPieces } from "./sbom/spdx.ts";

/** What belongs together in a result, for whoever asks why. */
export async function chains() {
  const [build, text, walk] = await Promise.all([import("./chain/build.ts"), import("./chain/text.ts"), import("./chain/walk.ts")]);
  return { ...build, ...text, ...walk };
}

export async function communityText(report: CommunityReport, language: Language): Promise<string> {
  return (await import("./community/text.ts")).communityText(report, language);
}

/** The questionnaire in each form in which it is handed out. */
export async function surveyForms() {
  const [html, yaml] = await Promise.all([import("./survey/form.ts"), import("./survey/yaml.ts")]);
  return { surveyForm: html.surveyForm, surveyYaml: yaml.surveyYaml };
}

/** What people say of their delivery, as text. */
export async function surveyText(results: readonly SurveyResult[], language: Language): Promise<string> {
  return (await import("./survey/text.ts")).surveyText(results, language);
}

/** What people say of the culture of open source, as text. */
export async function cultureText(results: readonly CultureResult[], language: Language): Promise<string> {
  return (await import("./survey/culture-text.ts")).cultureText(results, language);
}

/** The four keys as text. */
export async function deliveryText(report: DeliveryReport, language: Language): Promise<string> {
  return (await import("./delivery/text.ts")).deliveryText(report, language);
}

/** What pages of the portal show of an office, in the reader's language. */
export async function portalPages() {
  return import("./portal/index.ts");
}

/** What everybody may read, as files by path, and what a server answers to its form. */
export async function publicSite() {
  return import("./site/answers.ts");
}
