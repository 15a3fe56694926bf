// What is expected of every route: who may use it, and whose things it shows where units are kept apart. Written by hand, one line a route: the test
// compares it with what the server does, for every role, and fails for a route that has no line here.
import type { Access } from "./permissions.ts";

/**
 * `none`: it belongs to no unit. `own`: only what is the caller's own, whoever asks. `apart`: where units are kept apart, what belongs to another unit
 * is not there for roles that end at a unit.
 */
export type UnitRule = "none" | "own" | "apart";

export interface Expectation {
  readonly may: Access;
  readonly units: UnitRule;
}

const open: Expectation = { may: "public", units: "none" };
const mine: Expectation = { may: "signed-in", units: "own" };
const manage: Expectation = { may: "people:manage", units: "none" };
const apart: Expectation = { may: "results:read", units: "apart" };
const ofCase: Expectation = { may: "cases:open", units: "apart" };
const decision: Expectation = { may: "cases:decide", units: "apart" };
const directory: Expectation = { may: "people:read", units: "none" };
const administer: Expectation = { may: "admin", units: "none" };
const tokens: Expectation = { may: "tokens:own", units: "own" };

/** By method and address, as the API's description writes them. */
export const accessMatrix: Readonly<Record<string, Expectation>> = {
  "GET /api/health": open,
  "GET /api/openapi.json": open,
  "GET /api/sign-in": open,
  "GET /api/sign-in/start": open,
  "GET /api/sign-in/callback": open,
  "POST /api/sign-in/link": open,
  "GET /sign-in/link": open,
  "POST /sign-in/link": open,
  "GET /decide/:id": open,
  "POST /decide/:id": open,
  "GET /api/database": { may: "admin", units: "none" },
  "GET /api/database/dump": { may: "admin", units: "none" },
  "POST /api/sign-out": mine,
  "GET /api/organization": { may: "known", units: "none" },

  "GET /api/me": { may: "known", units: "own" },
  "GET /api/me/sessions": mine,
  "DELETE /api/me/sessions/:id": mine,
  "GET /api/me/absences": mine,
  "POST /api/me/absences": mine,
  "DELETE /api/me/absences/:id": mine,

  "GET /api/me/notifications": { may: "notifications:own", units: "own" },
  "PUT /api/me/notifications": { may: "notifications:own", units: "own" },
  "POST /api/me/calendar": mine,
  "DELETE /api/me/calendar": mine,
  "GET /api/calendar/:address": { may: "public", units: "own" },

  "GET /api/webhooks": administer,
  "POST /api/webhooks": administer,
  "DELETE /api/webhooks/:id": administer,
  "POST /api/webhooks/:id/test": administer,

  "GET /api/people": directory,
  "GET /api/people/:id": directory,
  "GET /api/roles": directory,
  "POST /api/people": manage,
  "POST /api/people/:id/link": manage,
  "POST /api/people/:id/roles": manage,
  "DELETE /api/people/:id/roles/:grant": manage,
  "POST /api/people/:id/leave": manage,
  "POST /api/people/:id/return": manage,

  "GET /api/cases": { may: "cases:read", units: "apart" },
  "GET /api/cases/:id": { may: "cases:read", units: "apart" },
  "GET /api/cases/kinds": { may: "cases:read", units: "none" },
  "GET /api/cases/prefill": { may: "cases:open", units: "none" },
  "POST /api/cases": { may: "cases:open", units: "none" },
  "GET /api/boards": { may: "cases:read", units: "none" },
  "GET /api/boards/:id": { may: "cases:read", units: "apart" },
  "GET /api/boards/:id/minutes": { may: "cases:read", units: "apart" },
  "POST /api/cases/:id/answers": ofCase,
  "POST /api/cases/:id/changes": ofCase,
  "POST /api/cases/:id/clocks": ofCase,
  "POST /api/cases/:id/decisions": decision,
  "POST /api/cases/:id/escalation": ofCase,
  "POST /api/cases/:id/moves": ofCase,
  "POST /api/cases/:id/questions": decision,
  "POST /api/cases/:id/replacement": { may: "cases:manage", units: "apart" },
  "POST /api/cases/:id/submission": ofCase,
  "POST /api/cases/:id/withdrawal": ofCase,

  "GET /api/record": { may: "record:read", units: "none" },
  "GET /api/record/export": { may: "record:verify", units: "none" },
  "GET /api/record/verification": { may: "record:verify", units: "none" },
  "POST /api/record/redactions": { may: "admin", units: "none" },
  "GET /api/records": { may: "registers:read", units: "apart" },
  "POST /api/records": { may: "registers:write", units: "apart" },
  "POST /api/imports/approvals": { may: "program:write", units: "none" },
  "POST /api/deployments": { may: "deliveries:write", units: "apart" },
  "POST /api/incidents": { may: "deliveries:write", units: "apart" },

  "GET /api/registers": { may: "registers:read", units: "apart" },
  "GET /api/registers/:list": { may: "registers:read", units: "apart" },
  "POST /api/registers/:list": { may: "registers:write", units: "apart" },
  "GET /api/registers/agreements/coverage": { may: "registers:read", units: "none" },
  "GET /api/registers/approvals": { may: "registers:read", units: "apart" },
  "GET /api/registers/acknowledgements": { may: "registers:read", units: "none" },

  "GET /api/check": apart,
  "GET /api/components": apart,
  "GET /api/components/:id": apart,
  "GET /api/findings": apart,
  "GET /api/findings/:id": apart,
  "GET /api/findings/facets": apart,
  "GET /api/findings/matrix": apart,
  "POST /api/findings/assignments": { may: "findings:write", units: "apart" },
  "PUT /api/findings/:id/assignment": { may: "findings:write", units: "apart" },
  "DELETE /api/findings/:id/assignment": { may: "findings:write", units: "apart" },
  "GET /api/judgements": { may: "results:read", units: "none" },
  "GET /api/licenses": apart,
  "GET /api/licenses/versions": apart,
  "GET /api/obligations": apart,
  "GET /api/products": apart,
  "GET /api/products/:id": apart,
  "GET /api/repositories": apart,
  "GET /api/repositories/:id": apart,
  "GET /api/results": apart,
  "GET /api/results/:id": apart,
  "GET /api/uses": apart,
  "GET /api/vulnerabilities": apart,
  "POST /api/results": { may: "results:write", units: "apart" },
  "POST /api/sboms": { may: "results:write", units: "apart" },
  "GET /api/jobs": { may: "jobs:read", units: "none" },
  "GET /api/jobs/:id": { may: "results:read", units: "none" },
  "GET /api/jobs/:id/events": { may: "results:read", units: "none" },
  "GET /api/program": { may: "program:read", units: "none" },
  "GET /api/program/versions": { may: "program:read", units: "none" },
  "POST /api/program": { may: "program:write", units: "none" },
  "POST /api/program/plan": { may: "program:read", units: "apart" },
  "GET /api/program/documents": { may: "program:read", units: "none" },
  "GET /api/program/documents/text": { may: "program:read", units: "none" },
  "POST /api/program/drafts": { may: "program:write", units: "none" },
  "POST /api/program/drafts/check": { may: "program:read", units: "none" },
  "POST /api/program/drafts/patch": { may: "program:read", units: "none" },
  "POST /api/program/drafts/plan": { may: "program:read", units: "apart" },

  "GET /api/tokens": tokens,
  "POST /api/tokens": tokens,
  "DELETE /api/tokens/:id": tokens,

  "GET /api/portal/today": { may: "results:read", units: "apart" },
  "GET /api/portal/first-run": { may: "program:write", units: "none" },
  "POST /api/portal/first-run/draft": { may: "program:write", units: "none" },
  "GET /api/portal/questions": { may: "results:read", units: "apart" },
  "GET /api/portal/strategy": { may: "program:read", units: "apart" },
  "GET /api/portal/policies": { may: "program:read", units: "apart" },
  "GET /api/portal/policies/:area": { may: "program:read", units: "apart" },
  "POST /api/portal/policies/:area/acknowledgement": mine,
  "GET /api/portal/history": { may: "program:read", units: "none" },
  "GET /api/portal/history/pack": { may: "program:read", units: "none" },
  "GET /api/portal/models": { may: "program:read", units: "apart" },
  "POST /api/portal/models/draft": { may: "program:read", units: "none" },
  "POST /api/portal/models/proposal": { may: "program:read", units: "none" },
  "GET /api/portal/office": { may: "program:read", units: "apart" },
  "GET /api/portal/why": { may: "program:read", units: "apart" },
  "GET /api/portal/delivery": { may: "results:read", units: "apart" },
  "GET /api/portal/survey": mine,
  "POST /api/portal/survey": mine,
  "GET /api/portal/projects": { may: "results:read", units: "apart" },
  "GET /api/portal/project": { may: "results:read", units: "apart" },
  "GET /api/portal/upstreams": { may: "results:read", units: "none" },
  "GET /api/portal/registers": { may: "registers:read", units: "none" },
  "GET /api/portal/findings/:id": apart,
  "GET /api/portal/rules": { may: "results:read", units: "none" },
  "GET /api/portal/organization": directory,
  "GET /api/portal/inventory": apart,
  "GET /api/portal/components": apart,
  "GET /api/portal/components/:id": apart,
  "GET /api/portal/components/:id/answers": apart,
  "GET /api/portal/impact": apart,
  "GET /api/portal/licences": apart,
  "GET /api/portal/licence": apart,
  "GET /api/portal/obligations": apart,
  "GET /api/portal/obligations/sums": apart,
  "GET /api/portal/products/:id": apart,
  "GET /api/portal/suppliers": apart,
  "GET /api/portal/catalogue": { may: "registers:read", units: "apart" },
  "GET /api/reports": { may: "results:read", units: "apart" },
  "GET /api/reports/schedules": mine,
  "POST /api/reports/schedules": mine,
  "DELETE /api/reports/schedules/:id": mine,
  "GET /api/reports/:kind": { may: "results:read", units: "apart" },
};
