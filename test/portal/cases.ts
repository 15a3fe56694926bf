// Cases that an office has after a while: answered by the rules, waiting for people, decided, a draft.
import type { PortalOffice, Who } from "./office.ts";

/** What people decided for a licence and use holds for the next one: `use` sets it apart. */
export const useOf = (component: string, license: string, use: { distribution?: string; linkage?: string } = {}) => ({
  component,
  license,
  product: "claims-portal",
  modified: false,
  linkage: "static",
  distribution: "browser",
  purpose: "padding in the claims form",
  ...use,
});

export interface Opened {
  readonly case: { readonly id: string; readonly phase: string };
  readonly version: number;
}

export function openCase(office: PortalOffice, who: Who, kind: string, fields: object, submit = true): Promise<Opened> {
  return office.ask<Opened>(who, "POST", "/api/cases", { kind, fields, submit });
}

export const executiveQuestion = {
  what: "sponsorship",
  subject: "keycloak",
  question: "Join the Keycloak fund, 15 000 CHF a year?",
  recommendation: "Yes: sign-in of every portal of ours stands on it, and nobody of ours is in it.",
  reasons: "For it: security fixes in time, a voice in its plan. Against it: the money, and half a day a month of somebody.",
  cost: 15000,
  currency: "CHF",
  owner: "ospo",
};

/** `use-1` and the like, in this order: ids are counted over all kinds. */
export async function openExampleCases(office: PortalOffice): Promise<void> {
  await openCase(office, "developer", "use", useOf("pkg:npm/%40seeland/net@1.0.0", "GPL-3.0-only"));
  await openCase(office, "developer", "use", useOf("pkg:npm/left-pad@1.3.0", "MIT"));
  await openCase(office, "lead", "use", useOf("pkg:npm/chart-tool@2.1.0", "LGPL-3.0-only"));
  await openCase(office, "admin", "resolve", executiveQuestion);
  await openCase(office, "developer", "ask", {
    about: "advice",
    subject: "Telemetry",
    question: "May our plugin count how often it starts?",
  });
  await openCase(office, "lead", "use", { component: "pkg:npm/half@1.0.0", product: "claims-portal" }, false);
}
