// Something that answers to what was asked, with the page where it is.
export const hitKinds = [
  "component",
  "product",
  "repository",
  "rule",
  "policy",
  "license",
  "vulnerability",
  "case",
  "person",
  "register",
] as const;
export type HitKind = (typeof hitKinds)[number];

export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly state?: "allow" | "warn" | "review" | "deny" | "unknown" | "none";
  /** Path of its page in the portal. */
  readonly address: string;
}
