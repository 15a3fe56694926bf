// All routes: a resource is one file and one line here.
import type { App, Deps } from "../deps.ts";
import { assignmentRoutes } from "./assignments.ts";
import { checkRoutes } from "./check.ts";
import { componentRoutes } from "./components.ts";
import { draftRoutes } from "./drafts.ts";
import { findingRoutes } from "./findings.ts";
import { caseRoutes } from "./cases/index.ts";
import { databaseRoutes } from "./database.ts";
import { importRoutes } from "./imports.ts";
import { healthRoutes } from "./health.ts";
import { linkPageRoutes } from "./link-page.ts";
import { licenseRoutes } from "./licenses.ts";
import { meRoutes } from "./me.ts";
import { notificationRoutes } from "./notifications.ts";
import { organizationRoutes } from "./organization.ts";
import { peopleRoutes } from "./people.ts";
import { boardRoutes } from "./portal/boards.ts";
import { cataloguePageRoutes } from "./portal/catalogue.ts";
import { communityPageRoutes } from "./portal/communities.ts";
import { answerPageRoutes } from "./answer-page.ts";
import { decidePageRoutes } from "./decide-page.ts";
import { deliveryPageRoutes } from "./portal/delivery.ts";
import { historyRoutes } from "./portal/history.ts";
import { findingPageRoutes } from "./portal/findings.ts";
import { organizationPageRoutes } from "./portal/organization.ts";
import { inventoryPageRoutes } from "./portal/inventory.ts";
import { licencePageRoutes } from "./portal/licences.ts";
import { productPageRoutes } from "./portal/products.ts";
import { firstRunRoutes } from "./portal/first-run.ts";
import { todayRoutes } from "./portal/today.ts";
import { questionRoutes } from "./portal/questions.ts";
import { modelRoutes } from "./portal/models.ts";
import { programPageRoutes } from "./portal/program.ts";
import { reportScheduleRoutes } from "./portal/report-schedules.ts";
import { releaseFileRoutes } from "./portal/release-files.ts";
import { reportRoutes } from "./portal/reports.ts";
import { surveyRoutes } from "./portal/survey.ts";
import { whyRoutes } from "./portal/why.ts";
import { productRoutes } from "./products.ts";
import { publicSiteRoutes } from "./public-site.ts";
import { programRoutes } from "./program.ts";
import { registerRoutes } from "./registers.ts";
import { resultRoutes } from "./results.ts";
import { recordRoutes } from "./record.ts";
import { recordsRoutes } from "./records.ts";
import { roleRoutes } from "./roles.ts";
import { sbomRoutes } from "./sboms.ts";
import { signInRoutes } from "./sign-in.ts";
import { supplierRoutes } from "./suppliers.ts";
import { communityRoutes } from "./communities.ts";
import { vulnerabilityAnswerRoutes } from "./vulnerability-answers.ts";
import { tokenRoutes } from "./tokens.ts";
import { webhookRoutes } from "./webhooks.ts";
import { workRoutes } from "./work.ts";

export interface RouteModule {
  readonly name: string;
  /** Every route carries `config: { permission }` and a schema with `summary`; the app refuses to start with a route that names no permission. */
  register(app: App, deps: Deps): void;
}

export const routes: readonly RouteModule[] = [
  healthRoutes,
  databaseRoutes,
  signInRoutes,
  linkPageRoutes,
  answerPageRoutes,
  decidePageRoutes,
  publicSiteRoutes,
  meRoutes,
  organizationRoutes,
  peopleRoutes,
  roleRoutes,
  tokenRoutes,
  registerRoutes,
  communityRoutes,
  supplierRoutes,
  vulnerabilityAnswerRoutes,
  resultRoutes,
  sbomRoutes,
  componentRoutes,
  checkRoutes,
  findingRoutes,
  assignmentRoutes,
  productRoutes,
  licenseRoutes,
  programRoutes,
  draftRoutes,
  workRoutes,
  notificationRoutes,
  webhookRoutes,
  caseRoutes,
  recordRoutes,
  recordsRoutes,
  importRoutes,
  boardRoutes,
  questionRoutes,
  todayRoutes,
  firstRunRoutes,
  programPageRoutes,
  historyRoutes,
  modelRoutes,
  findingPageRoutes,
  organizationPageRoutes,
  deliveryPageRoutes,
  surveyRoutes,
  communityPageRoutes,
  inventoryPageRoutes,
  licencePageRoutes,
  productPageRoutes,
  releaseFileRoutes,
  cataloguePageRoutes,
  reportRoutes,
  reportScheduleRoutes,
  whyRoutes,
];
