// What a CycloneDX document says about itself, from the part of it that is not components.
import { arrayField, asArray, asObject, field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { assemble } from "../assemble.ts";
import { quoted, type SbomCollector } from "../collector.ts";
import type { SbomFormatId, SbomReading } from "../types.ts";
import { componentDraft } from "./component.ts";

const versions = new Set(["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]);

/** The reading of a document whose components and dependencies are already gathered; `skeleton` is the rest. */
export function cycloneDxReading(collector: SbomCollector, format: SbomFormatId, skeleton: unknown): SbomReading {
  const specVersion = textField(skeleton, "specVersion") ?? "";
  if (!versions.has(specVersion)) {
    const said = specVersion === "" ? "does not say its version" : `has the version ${quoted(specVersion)}, which is not known`;
    collector.problem("sbom-unknown-version", "warning", `The CycloneDX document ${said}; it is read as the newest`);
  }
  const metadata = objectField(skeleton, "metadata");
  const main = objectField(metadata, "component");
  const name = textField(main, "name");
  const created = textField(metadata, "timestamp");
  const id = textField(skeleton, "serialNumber");
  const author = authorOf(metadata);
  return assemble(collector, {
    format,
    specVersion,
    metadata: {
      ...(name === undefined ? {} : { name }),
      ...(created === undefined ? {} : { created }),
      ...(id === undefined ? {} : { id }),
      ...(author === undefined ? {} : { author }),
      tools: toolsOf(metadata),
    },
  });
}

function authorOf(metadata: unknown): string | undefined {
  const [first] = arrayField(metadata, "authors") ?? [];
  const holders = [first, ...["supplier", "manufacturer", "manufacture"].map((key) => objectField(metadata, key))];
  return holders.map((holder) => textField(holder, "name") ?? textField(holder, "email")).find((name) => name !== undefined && name !== "");
}

/** Adds a component of the skeleton and those nested in it. */
export function addComponentTree(
  collector: SbomCollector,
  component: unknown,
  options: { own?: boolean; parent?: number },
  depth = 0,
): void {
  if (asObject(component) === undefined || depth > collector.limits.depth) return;
  const place = collector.add(componentDraft(component, collector, undefined), undefined, options);
  for (const inner of arrayField(component, "components") ?? []) addComponentTree(collector, inner, { parent: place }, depth + 1);
}

/** `{ref, dependsOn}`: says what one component brings in. `provides` is about what it implements, no dependency. */
export function addDependency(collector: SbomCollector, dependency: unknown): void {
  const ref = textField(dependency, "ref");
  if (ref === undefined || ref === "") return;
  collector.lists(ref);
  for (const target of arrayField(dependency, "dependsOn") ?? [])
    if (typeof target === "string" && target !== "") collector.edge(ref, target);
}

/** A service is no package, but components may depend on it. */
export function addService(collector: SbomCollector, service: unknown, depth = 0): void {
  const ref = textField(service, "bom-ref");
  if (ref !== undefined) collector.elsewhere.add(collector.ref(ref));
  if (depth > collector.limits.depth) return;
  for (const inner of arrayField(service, "services") ?? []) addService(collector, inner, depth + 1);
}

/** `metadata.tools`: a list of tools until 1.4, `{components, services}` since. */
function toolsOf(metadata: unknown): readonly string[] {
  const tools = field(metadata, "tools");
  const list = asArray(tools) ?? [...(arrayField(tools, "components") ?? []), ...(arrayField(tools, "services") ?? [])];
  return list.flatMap((tool) => {
    const name = textField(tool, "name");
    return name === undefined ? [] : [[name, textField(tool, "version")].filter((part) => part !== undefined && part !== "").join(" ")];
  });
}
