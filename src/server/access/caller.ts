// Who asks, with what they may. Made once per request from a session or a token; a route sees nothing else of either.
import type { RefusalSentence } from "#look";
import { filled, problem } from "../http/problem.ts";
import { type Permission, permissionsOf, type Role, seesAllUnits } from "./permissions.ts";

export interface RoleGrant {
  readonly role: Role;
  /** Of a reviewer: the lane. */
  readonly lane?: string;
  /** Of an approver: the board. */
  readonly board?: string;
  /** Where the role ends at a unit. */
  readonly unit?: string;
}

export interface Caller {
  /** Id of the person, also where a personal token speaks for them; of a token of the office, `token:ID`. */
  readonly id: string;
  readonly kind: "person" | "token";
  readonly name: string;
  readonly roles: readonly RoleGrant[];
  /** Whose things they see: `all`, or the units that their roles end at. */
  readonly units: readonly string[] | "all";
  readonly permissions: ReadonlySet<Permission>;
  /** Of a token: which. */
  readonly via?: string;
  /** Of a token: what it was made for. */
  readonly tokenScopes?: readonly string[];
}

export function permissionsIn(grants: readonly RoleGrant[]): ReadonlySet<Permission> {
  return new Set(grants.flatMap(({ role }) => permissionsOf[role]));
}

/** Where units are not kept apart, everybody sees all of them. A role that names no unit is one of the whole organisation. */
export function unitsIn(grants: readonly RoleGrant[], unitsApart: boolean): readonly string[] | "all" {
  if (!unitsApart || grants.some(({ role, unit }) => seesAllUnits.has(role) || unit === undefined)) return "all";
  return [...new Set(grants.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
}

/** Whether somebody may see what belongs to a unit; what belongs to none is for everybody. */
export function seesUnit(caller: Caller, unit: string | undefined | null): boolean {
  return unit === undefined || unit === null || caller.units === "all" || caller.units.includes(unit);
}

/** What one may not see is not there: 404, as for what does not exist. */
export function requireUnit(caller: Caller, unit: string | undefined | null, subject: string): void {
  if (!seesUnit(caller, unit)) throw namedNotThere(subject);
}

type MissingThing = RefusalSentence extends infer S ? (S extends `There is no ${infer What}, or it is not for you` ? What : never) : never;

/** What does not exist, or belongs to somebody else: nobody is told which. */
export function notThere(what: Exclude<MissingThing, "{subject}">) {
  return problem(404, "not-there", `There is no ${what}, or it is not for you`);
}

/** The same of something that whoever asks has named. */
export function namedNotThere(subject: string) {
  return problem(404, "not-there", filled("There is no {subject}, or it is not for you", { subject: subject.slice(0, 120) }));
}

/** For what a route asks beyond its own permission. */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (!caller.permissions.has(permission)) throw notAllowed(permission);
}

export function notAllowed(permission: string) {
  return problem(
    403,
    "not-allowed",
    "You may not do this",
    filled("It asks for “{permission}”; roles are given by an administrator.", { permission }),
    {
      permission,
    },
  );
}
