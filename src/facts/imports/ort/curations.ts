// What curations conclude, by ORT's package id: beside each package in older results, in the resolved configuration in newer ones.
import { arrayField, objectField, textField } from "../../lockfiles/shared/data.ts";
import { oneLine } from "../shared/text.ts";

export interface OrtCuration {
  readonly concluded?: string;
  readonly comment?: string;
}

export function curationsOf(document: unknown): Map<string, OrtCuration> {
  const found = new Map<string, OrtCuration>();
  for (const entry of arrayField(objectField(objectField(document, "analyzer"), "result"), "packages") ?? []) {
    const id = textField(objectField(entry, "package") ?? objectField(entry, "metadata") ?? entry, "id");
    for (const curation of arrayField(entry, "curations") ?? []) add(found, id, objectField(curation, "curation") ?? curation);
  }
  for (const provider of arrayField(objectField(document, "resolved_configuration"), "package_curations") ?? []) {
    for (const entry of arrayField(provider, "curations") ?? []) add(found, textField(entry, "id"), objectField(entry, "curations"));
  }
  return found;
}

/** The first that concludes stays: providers stand in the order of their weight. */
function add(found: Map<string, OrtCuration>, id: string | undefined, data: unknown): void {
  if (id === undefined) return;
  const before = found.get(id);
  const concluded = before?.concluded ?? textField(data, "concluded_license");
  const comment = before?.comment ?? oneLine(textField(data, "comment"), 1000);
  if (concluded === undefined && comment === undefined) return;
  found.set(id, { ...(concluded === undefined ? {} : { concluded }), ...(comment === undefined ? {} : { comment }) });
}
