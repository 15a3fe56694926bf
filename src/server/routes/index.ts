// All routes: a resource is one file and one line here.
import type { App, Deps } from "../deps.ts";
import { healthRoutes } from "./health.ts";
import { linkPageRoutes } from "./link-page.ts";
import { meRoutes } from "./me.ts";
import { organizationRoutes } from "./organization.ts";
import { peopleRoutes } from "./people.ts";
import { roleRoutes } from "./roles.ts";
import { signInRoutes } from "./sign-in.ts";
import { tokenRoutes } from "./tokens.ts";

export interface RouteModule {
  readonly name: string;
  /** Every route carries `config: { permission }` and a schema with `summary`; the app refuses to start with a route that names no permission. */
  register(app: App, deps: Deps): void;
}

export const routes: readonly RouteModule[] = [
  healthRoutes,
  signInRoutes,
  linkPageRoutes,
  meRoutes,
  organizationRoutes,
  peopleRoutes,
  roleRoutes,
  tokenRoutes,
];
