// Which SPDX 2 relationships bring one package in through another, and in which direction.
// https://spdx.github.io/spdx-spec/v2.3/relationships-between-SPDX-elements/
import type { EdgeKind } from "../collector.ts";

interface Meaning {
  readonly kind: EdgeKind;
  /** `from`: the first element is the one that brings in; `to`: the second is. */
  readonly holder: "from" | "to";
}

const dependsFrom: Meaning = { kind: "depends", holder: "from" };
const dependsTo: Meaning = { kind: "depends", holder: "to" };
const linksFrom: Meaning = { kind: "links", holder: "from" };
const developmentTo: Meaning = { kind: "development", holder: "to" };
const optionalTo: Meaning = { kind: "optional", holder: "to" };

/** By relationship type. What is not here (patches, documentation, copies, generated files, …) brings nothing in. */
export const relationshipMeanings: ReadonlyMap<string, Meaning> = new Map([
  ["DEPENDS_ON", dependsFrom],
  ["DEPENDENCY_OF", dependsTo],
  // The specification's example is Maven's compile scope: it goes into what is built.
  ["BUILD_DEPENDENCY_OF", dependsTo],
  ["RUNTIME_DEPENDENCY_OF", dependsTo],
  ["PROVIDED_DEPENDENCY_OF", dependsTo],
  ["PREREQUISITE_FOR", dependsTo],
  ["HAS_PREREQUISITE", dependsFrom],
  ["DYNAMIC_LINK", linksFrom],
  ["STATIC_LINK", linksFrom],
  ["DEV_DEPENDENCY_OF", developmentTo],
  ["TEST_DEPENDENCY_OF", developmentTo],
  ["DEV_TOOL_OF", developmentTo],
  ["BUILD_TOOL_OF", developmentTo],
  ["TEST_TOOL_OF", developmentTo],
  ["TEST_OF", developmentTo],
  ["OPTIONAL_DEPENDENCY_OF", optionalTo],
  ["OPTIONAL_COMPONENT_OF", optionalTo],
  ["CONTAINS", { kind: "contains", holder: "from" }],
  ["CONTAINED_BY", { kind: "contains", holder: "to" }],
  ["PACKAGE_OF", { kind: "contains", holder: "to" }],
]);
