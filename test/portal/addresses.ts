// Every page of the portal with somebody who has it: each is looked at in both themes, both languages and on a phone.
import type { Who } from "./office.ts";

export interface Address {
  readonly path: string;
  readonly who: Who;
}

export const addresses: readonly Address[] = [
  { path: "/", who: "developer" },
  { path: "/", who: "executive" },
  { path: "/no-such-page", who: "viewer" },
  { path: "/program", who: "executive" },
  { path: "/program/map", who: "executive" },
  { path: "/program/policies", who: "lawyer" },
  { path: "/program/policies/compliance?rule=permissive-is-fine", who: "lawyer" },
  { path: "/program/history", who: "executive" },
  { path: "/program/policies/compliance/history?view=side", who: "lawyer" },
  { path: "/program/documents", who: "admin" },
  { path: "/program/documents/strategy.md/draft", who: "viewer" },
  { path: "/program/documents/policies%2Fcompliance.md/draft?rule=permissive-is-fine", who: "lawyer" },
  { path: "/program/ladder", who: "admin" },
  { path: "/program/office", who: "auditor" },
  { path: "/program?why=objective:faster", who: "viewer" },
  { path: "/findings", who: "developer" },
  { path: "/findings?area=compliance&product=claims-portal", who: "lawyer" },
  { path: "/communities", who: "developer" },
  { path: "/communities/project?id=tariff-kit", who: "developer" },
  { path: "/communities/upstreams", who: "lead" },
  { path: "/communities/registers", who: "admin" },
  { path: "/delivery", who: "lead" },
  { path: "/record", who: "auditor" },
  { path: "/record?what=role.&by=mk", who: "admin" },
  { path: "/record/1", who: "auditor" },
  { path: "/record/99999", who: "auditor" },
  { path: "/record", who: "developer" },
  { path: "/requests", who: "developer" },
  { path: "/requests?show=mine&phase=approved", who: "viewer" },
  { path: "/requests/new/use?component=pkg:npm/left-pad@1.3.0&product=claims-portal", who: "developer" },
  { path: "/requests/new/waive?rule=no-network-copyleft&about=product&subject=claims-portal", who: "lead" },
  { path: "/requests/use-1", who: "lawyer" },
  { path: "/requests/desk", who: "lawyer" },
  { path: "/requests/desk", who: "business" },
  { path: "/requests/boards", who: "viewer" },
  { path: "/requests/boards/review-board", who: "lawyer" },
  { path: "/reports", who: "executive" },
];
