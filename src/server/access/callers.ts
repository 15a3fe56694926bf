// From a person or a token to a caller: roles that were given, roles of the organisation's documents, and what everybody is.
import { type KeptGrant, rolesOf, type Sql, type Token } from "#store";
import type { Deps } from "../deps.ts";
import { type Caller, permissionsIn, type RoleGrant, unitsIn } from "./caller.ts";
import { peopleOnly, type Permission, permissions, type Role, roles } from "./permissions.ts";
import { NO_UNIT, type ProgramRoles, programRoles } from "./program-roles.ts";

export type CallersNeed = Pick<Deps, "clock" | "program" | "config"> & { readonly sql: Sql };

export async function personCaller(need: CallersNeed, person: { readonly id: string; readonly name: string }): Promise<Caller> {
  const { grants, unitsApart } = await grantsOf(need, person.id);
  return {
    id: person.id,
    kind: "person",
    name: person.name,
    roles: grants,
    units: unitsIn(grants, unitsApart),
    permissions: permissionsIn(grants),
  };
}

/** A personal token may at most what its person may at this moment; one of the office may what it was made for. */
export async function tokenCaller(need: CallersNeed, token: Token): Promise<Caller> {
  const scopes = token.scopes.filter(isTokenScope);
  const via = `token:${token.id}`;
  const base = { kind: "token" as const, name: token.name, via, tokenScopes: token.scopes };
  if (token.kind === "service" || token.person === undefined) {
    return { ...base, id: via, roles: [], units: token.units ?? "all", permissions: new Set(scopes) };
  }
  const owner = await personCaller(need, { id: token.person, name: token.name });
  return {
    ...base,
    id: owner.id,
    roles: owner.roles,
    units: narrowed(owner.units, token.units),
    permissions: new Set(scopes.filter((scope) => owner.permissions.has(scope))),
  };
}

function narrowed(units: Caller["units"], wanted: readonly string[] | undefined): Caller["units"] {
  if (wanted === undefined) return units;
  return units === "all" ? wanted : wanted.filter((unit) => units.includes(unit));
}

/** Who runs the server on this machine, by a key that only they can read. */
export function localCaller(user: string): Caller {
  const grants: RoleGrant[] = [{ role: "admin" }];
  return { id: `local:${user}`, kind: "person", name: user, roles: grants, units: "all", permissions: permissionsIn(grants) };
}

export interface Sources {
  readonly given: readonly KeptGrant[];
  readonly program: readonly RoleGrant[];
  readonly everybody: readonly RoleGrant[];
  readonly unitsApart: boolean;
}

/** The roles of somebody by where they come from. */
export async function sourcesOf({ sql, clock, program, config }: CallersNeed, person: string): Promise<Sources> {
  const { program: current } = await program();
  const fromProgram = rolesOfProgram(current).get(person);
  const everybody = config.everybodyIs;
  return {
    given: await rolesOf(sql, person, clock()),
    program: fromProgram?.roles ?? [],
    everybody: everybody === "nobody" ? [] : unitsOfAll(fromProgram?.units).map((unit) => ({ role: everybody, unit })),
    unitsApart: current.organization.unitsApart === true,
  };
}

async function grantsOf(
  need: CallersNeed,
  person: string,
): Promise<{ readonly grants: readonly RoleGrant[]; readonly unitsApart: boolean }> {
  const { given, program, everybody, unitsApart } = await sourcesOf(need, person);
  return { grants: [...given.flatMap(asGrant), ...program, ...everybody], unitsApart };
}

/** A role of an older version that is none any more gives nothing. */
function asGrant({ role, lane, board, unit }: KeptGrant): RoleGrant[] {
  return isRole(role) ? [{ role, ...(lane ? { lane } : {}), ...(board ? { board } : {}), ...(unit ? { unit } : {}) }] : [];
}

/** What everybody is ends at the units that they work in. */
function unitsOfAll(units: readonly string[] = []): readonly string[] {
  return units.length > 0 ? units : [NO_UNIT];
}

const known = new WeakMap<object, ProgramRoles>();

function rolesOfProgram(program: Parameters<typeof programRoles>[0]): ProgramRoles {
  const made = known.get(program) ?? programRoles(program);
  known.set(program, made);
  return made;
}

function isTokenScope(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text) && !peopleOnly.has(text as Permission);
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
