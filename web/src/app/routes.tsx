// Every page and its address. Pages are loaded when somebody goes there.
import { createBrowserRouter, redirect, type RouteObject } from "react-router";
import { Shell } from "../shell/shell.tsx";
import { PageFailed } from "../parts/page-failed.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { Waiting } from "../parts/waiting.tsx";

const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import("../pages/today/today.tsx")).Today }) },
  { path: "first-run", lazy: async () => ({ Component: (await import("../pages/first-run/first-run.tsx")).FirstRunPage }) },
  { path: "program", lazy: async () => ({ Component: (await import("../pages/program/strategy.tsx")).StrategyPage }) },
  { path: "program/map", lazy: async () => ({ Component: (await import("../pages/program/map.tsx")).MapPage }) },
  { path: "program/policies", lazy: async () => ({ Component: (await import("../pages/program/policies.tsx")).PoliciesPage }) },
  { path: "program/policies/:area", lazy: async () => ({ Component: (await import("../pages/program/policy.tsx")).PolicyPage }) },
  { path: "program/history", lazy: async () => ({ Component: (await import("../pages/program/history.tsx")).HistoryPage }) },
  { path: "program/policies/:area/history", lazy: async () => ({ Component: (await import("../pages/program/history.tsx")).HistoryPage }) },
  { path: "program/documents", lazy: async () => ({ Component: (await import("../pages/program/drafts.tsx")).DocumentsPage }) },
  { path: "program/documents/:path/draft", lazy: async () => ({ Component: (await import("../pages/program/draft.tsx")).DraftPage }) },
  { path: "program/ladder", lazy: async () => ({ Component: (await import("../pages/program/ladder.tsx")).LadderPage }) },
  { path: "program/models", lazy: async () => ({ Component: (await import("../pages/program/models.tsx")).ModelsPage }) },
  { path: "program/elite", lazy: async () => ({ Component: (await import("../pages/program/elite.tsx")).ElitePage }) },
  { path: "program/office", lazy: async () => ({ Component: (await import("../pages/program/office.tsx")).OfficePage }) },
  { path: "findings", lazy: async () => ({ Component: (await import("../pages/findings/findings.tsx")).FindingsPage }) },
  { path: "findings/:id", lazy: async () => ({ Component: (await import("../pages/findings/finding.tsx")).FindingPage }) },
  { path: "inventory", lazy: async () => ({ Component: (await import("../pages/inventory/components.tsx")).ComponentsPage }) },
  { path: "inventory/components/:id", lazy: async () => ({ Component: (await import("../pages/inventory/component.tsx")).ComponentPage }) },
  { path: "inventory/impact", lazy: async () => ({ Component: (await import("../pages/inventory/impact.tsx")).ImpactPage }) },
  { path: "inventory/licences", lazy: async () => ({ Component: (await import("../pages/inventory/licences.tsx")).LicencesPage }) },
  { path: "inventory/licences/one", lazy: async () => ({ Component: (await import("../pages/inventory/licence.tsx")).LicencePage }) },
  {
    path: "inventory/obligations",
    lazy: async () => ({ Component: (await import("../pages/inventory/obligations.tsx")).ObligationsPage }),
  },
  {
    path: "inventory/vulnerabilities",
    lazy: async () => ({ Component: (await import("../pages/inventory/vulnerabilities.tsx")).VulnerabilitiesPage }),
  },
  { path: "inventory/suppliers", lazy: async () => ({ Component: (await import("../pages/inventory/suppliers.tsx")).SuppliersPage }) },
  { path: "inventory/products", lazy: async () => ({ Component: (await import("../pages/inventory/products.tsx")).ProductsPage }) },
  { path: "inventory/products/:id", lazy: async () => ({ Component: (await import("../pages/inventory/product.tsx")).ProductPage }) },
  {
    path: "inventory/repositories",
    lazy: async () => ({ Component: (await import("../pages/inventory/repositories.tsx")).RepositoriesPage }),
  },
  {
    path: "inventory/repositories/:id",
    lazy: async () => ({ Component: (await import("../pages/inventory/repository.tsx")).RepositoryPage }),
  },
  { path: "catalogue", lazy: async () => ({ Component: (await import("../pages/catalogue/catalogue.tsx")).CataloguePage }) },
  { path: "catalogue/entry", lazy: async () => ({ Component: (await import("../pages/catalogue/entry.tsx")).EntryPage }) },
  { path: "catalogue/write", lazy: async () => ({ Component: (await import("../pages/catalogue/write.tsx")).WritePage }) },
  { path: "communities", lazy: async () => ({ Component: (await import("../pages/communities/projects.tsx")).ProjectsPage }) },
  { path: "communities/project", lazy: async () => ({ Component: (await import("../pages/communities/project.tsx")).ProjectPage }) },
  { path: "communities/upstreams", lazy: async () => ({ Component: (await import("../pages/communities/upstreams.tsx")).UpstreamsPage }) },
  {
    path: "communities/contributions",
    lazy: async () => ({ Component: (await import("../pages/communities/contributions.tsx")).ContributionsPage }),
  },
  { path: "communities/registers", lazy: async () => ({ Component: (await import("../pages/communities/registers.tsx")).RegistersPage }) },
  { path: "delivery", lazy: async () => ({ Component: (await import("../pages/delivery/delivery.tsx")).DeliveryPage }) },
  { path: "record", lazy: async () => ({ Component: (await import("../pages/record/record.tsx")).RecordPage }) },
  { path: "record/:sequence", lazy: async () => ({ Component: (await import("../pages/record/line.tsx")).LinePage }) },
  { path: "requests", lazy: async () => ({ Component: (await import("../pages/requests/requests.tsx")).RequestsPage }) },
  { path: "requests/new/:kind", lazy: async () => ({ Component: (await import("../pages/requests/new-request.tsx")).NewRequestPage }) },
  { path: "requests/desk", lazy: async () => ({ Component: (await import("../pages/requests/desk/desk.tsx")).DeskPage }) },
  { path: "requests/boards", lazy: async () => ({ Component: (await import("../pages/requests/boards/boards.tsx")).BoardsPage }) },
  { path: "requests/boards/:board", lazy: async () => ({ Component: (await import("../pages/requests/boards/board.tsx")).BoardPage }) },
  { path: "requests/:id", lazy: async () => ({ Component: (await import("../pages/requests/case/request.tsx")).RequestPage }) },
  // As earlier mails and calendars wrote it.
  { path: "cases/:id", loader: ({ params }) => redirect(`/requests/${encodeURIComponent(params["id"] ?? "")}`) },
  { path: "delivery/assess", lazy: async () => ({ Component: (await import("../pages/delivery/assess.tsx")).AssessPage }) },
  { path: "reports", lazy: async () => ({ Component: (await import("../pages/reports/reports.tsx")).ReportsPage }) },
  { path: "administration", lazy: async () => ({ Component: (await import("../pages/administration/people.tsx")).PeoplePage }) },
  { path: "administration/people/:id", lazy: async () => ({ Component: (await import("../pages/administration/person.tsx")).PersonPage }) },
  { path: "administration/roles", lazy: async () => ({ Component: (await import("../pages/administration/roles.tsx")).RolesPage }) },
  { path: "administration/tokens", lazy: async () => ({ Component: (await import("../pages/administration/tokens.tsx")).TokensPage }) },
  {
    path: "administration/organization",
    lazy: async () => ({ Component: (await import("../pages/administration/organization.tsx")).OrganizationPage }),
  },
  { path: "administration/jobs", lazy: async () => ({ Component: (await import("../pages/administration/jobs.tsx")).JobsPage }) },
  { path: "administration/jobs/:id", lazy: async () => ({ Component: (await import("../pages/administration/job.tsx")).JobPage }) },
  { path: "administration/sources", lazy: async () => ({ Component: (await import("../pages/administration/sources.tsx")).SourcesPage }) },
  {
    path: "administration/program",
    lazy: async () => ({ Component: (await import("../pages/administration/program.tsx")).ProgramInForcePage }),
  },
  {
    path: "administration/webhooks",
    lazy: async () => ({ Component: (await import("../pages/administration/webhooks.tsx")).WebhooksPage }),
  },
  {
    path: "administration/database",
    lazy: async () => ({ Component: (await import("../pages/administration/database.tsx")).DatabasePage }),
  },
  { path: "me", lazy: async () => ({ Component: (await import("../pages/me/me.tsx")).MePage }) },
];

export const router = createBrowserRouter([
  { path: "/sign-in", lazy: async () => ({ Component: (await import("../pages/sign-in/sign-in.tsx")).SignIn }), HydrateFallback: Waiting },
  {
    path: "/",
    Component: Shell,
    ErrorBoundary: PageFailed,
    HydrateFallback: Waiting,
    children: [...pages.map((page) => ({ ...page, ErrorBoundary: PageFailed })), { path: "*", Component: NotFound }],
  },
]);
