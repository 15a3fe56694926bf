// Words of other tools for what was decided.
const words: Readonly<Record<string, "approved" | "rejected" | "open">> = {
  approved: "approved",
  approve: "approved",
  allowed: "approved",
  accepted: "approved",
  yes: "approved",
  freigegeben: "approved",
  genehmigt: "approved",
  rejected: "rejected",
  denied: "rejected",
  forbidden: "rejected",
  no: "rejected",
  abgelehnt: "rejected",
  // Dependency-Track
  not_set: "open",
  // SW360: a report that is there is not yet one that was agreed to.
  new_clearing: "open",
  sent_to_clearing_tool: "open",
  under_clearing: "open",
  report_available: "open",
  scan_available: "open",
  internal_use_scan_available: "open",
  pending: "open",
  open: "open",
  offen: "open",
};

/** Undefined for a word that is none of them. */
export function outcomeOf(word: string | undefined): "approved" | "rejected" | "open" | undefined {
  const key = (word ?? "").trim().toLowerCase();
  return Object.hasOwn(words, key) ? words[key] : undefined;
}
