// What somebody who asks is to cases, and what a refusal of the machine is over HTTP.
import type { FastifyRequest } from "fastify";
import type { Refusal } from "#decisions";
import { type CaseRole, caseRoles } from "#program";
import type { CaseFilter } from "#store";
import { type Caller, notThere, seesUnit } from "../../access/caller.ts";
import type { Deps } from "../../deps.ts";
import { problem, verbatim } from "../../http/problem.ts";
import { type Actor, type ActOptions, CaseMissing, CaseRefused, isConflict } from "../../office/actions.ts";
import { type Office, officeOf } from "../../office/office.ts";

const offices = new WeakMap<Deps, Office>();

/** One for a server: it remembers records and results between cases. */
export function officeFor(deps: Deps): Office {
  const made = offices.get(deps) ?? officeOf(deps);
  offices.set(deps, made);
  return made;
}

/** Every route of cases asks for somebody known; the guard has seen to it. */
export function callerOf({ caller }: Pick<FastifyRequest, "caller">): Caller {
  if (!caller) throw problem(401, "not-signed-in", "Nobody is signed in");
  return caller;
}

/** Roles at this moment, from the session or token; whoever may open cases is a requester. */
export function actorOf(caller: Caller): Actor {
  const known = new Set<string>(caseRoles);
  const roles = new Set(caller.roles.flatMap(({ role }) => (known.has(role) ? [role as CaseRole] : [])));
  if (caller.permissions.has("cases:open")) roles.add("requester");
  return { id: caller.id, roles: [...roles] };
}

/** Whoever has a part in a case sees it, whatever unit it belongs to. */
export function seenBy(caller: Caller): NonNullable<ActOptions["sees"]> {
  return (unit, people) => seesUnit(caller, unit) || people.includes(caller.id);
}

/** The same, asked of a list. */
export function onlySeenBy({ id, units }: Caller): Pick<CaseFilter, "seenBy"> {
  return units === "all" ? {} : { seenBy: { units, person: id } };
}

const NOT_ALLOWED: ReadonlySet<Refusal["refused"]> = new Set(["not-allowed", "own-case", "no-seat", "not-absent"]);

/** Runs an act; what is refused is said as a problem. */
export async function answered<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof CaseMissing) throw notThere("such case");
    if (!(error instanceof CaseRefused)) throw error;
    const { refusal, first } = error;
    const { refused, message, fields } = refusal;
    const said = { reason: refused, ...(first ? { first } : {}), ...(fields ? { fields } : {}) };
    if (NOT_ALLOWED.has(refused)) throw problem(403, "case-not-yours", "You may not do this in this case", verbatim(message), said);
    if (isConflict(refusal)) throw problem(409, "case-conflict", "The case stands otherwise by now", verbatim(message), said);
    throw problem(422, "case-refused", "The case does not take that", verbatim(message), said);
  }
}
