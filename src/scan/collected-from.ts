// A repository as a result tells it, where rules ask again and nothing is read again.
import type { Inventory } from "#facts";
import type { Collected } from "./context.ts";
import type { ResultRepository } from "./result.ts";

const EMPTY: Omit<Inventory, "repository"> = { components: [], manifests: [], occurrences: [], own: [], problems: [] };

export function collectedFrom(repository: ResultRepository): Collected {
  const { id, kind, commit, origin, files, entry, licenses, facts, evidence, own, manifests } = repository;
  const { components, unknownLicenses } = facts;
  return {
    id,
    kind,
    ...(commit === undefined ? {} : { commit }),
    ...(origin === undefined ? {} : { origin }),
    files,
    ...(entry === undefined ? {} : { entry }),
    licenses,
    facts,
    evidence,
    inventory: { ...EMPTY, repository: id, own, manifests },
    ...(components === undefined || unknownLicenses === undefined ? {} : { counted: { components, unknownLicenses } }),
  };
}
