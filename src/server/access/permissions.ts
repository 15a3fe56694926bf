// Who may do what, in one table. A route names one permission; a role has some; nothing else decides what somebody may.

export const permissions = [
  "cases:read",
  "cases:open",
  "cases:decide",
  "cases:manage",
  "results:read",
  "results:write",
  "findings:write",
  "program:read",
  "program:write",
  "record:read",
  "record:verify",
  "people:read",
  "people:manage",
  "tokens:own",
  "jobs:read",
  "deliveries:write",
  "suppliers:write",
  "communities:write",
  "registers:read",
  "registers:write",
  "notifications:own",
  "admin",
] as const;
export type Permission = (typeof permissions)[number];

/** What a route asks for: a permission; a person, whoever it is (`signed-in`); anybody known, tokens too; or nothing. */
export type Access = Permission | "signed-in" | "known" | "public";

/** What no token may, whoever made it: people decide, and people say who may what. */
export const peopleOnly: ReadonlySet<Permission> = new Set(["cases:decide", "people:manage", "tokens:own", "admin"]);

export const roles = ["viewer", "requester", "reviewer", "approver", "owner", "admin", "executive", "auditor"] as const;
export type Role = (typeof roles)[number];

const reading = ["cases:read", "results:read", "program:read", "registers:read", "people:read"] as const satisfies readonly Permission[];
const own = ["tokens:own", "notifications:own"] as const satisfies readonly Permission[];
const asking = [...reading, ...own, "cases:open"] as const satisfies readonly Permission[];

/** Those whose work it is keep what is bought and what happens with communities; agreements and the catalogue stay with the office. */
const keeping = ["suppliers:write", "communities:write"] as const satisfies readonly Permission[];

/**
 * An administrator keeps the office running and decides nothing: who decides has a seat, given by a role that is on record. An auditor reads
 * everything and changes nothing.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: [...reading, ...own],
  requester: asking,
  reviewer: [...asking, ...keeping, "cases:decide", "findings:write"],
  approver: [...asking, "cases:decide"],
  executive: [...asking, "cases:decide", "record:read"],
  owner: [...asking, ...keeping, "findings:write", "results:write", "deliveries:write", "jobs:read"],
  auditor: [...reading, ...own, "record:read", "record:verify", "jobs:read"],
  admin: permissions.filter((permission) => permission !== "cases:decide"),
};

/** Roles that see every unit, also where units are kept apart. */
export const seesAllUnits: ReadonlySet<Role> = new Set(["admin", "auditor"]);
