// The bill of materials of a product: what is delivered, with the licence that was concluded: by curation, by choice, else as declared, and how.
import { formatExpression, parseExpression } from "#kit";
import { deliveredUses, inventoryDigest, takenExpression } from "#scan";
import { cycloneDxPieces } from "../sbom/cyclonedx.ts";
import { sbomInputOfResult } from "../sbom/from-result.ts";
import type { SbomComponent, SbomInput } from "../sbom/input.ts";
import { spdxPieces } from "../sbom/spdx.ts";
import { disclaimer, productName } from "./frame.ts";
import type { ArtefactInput } from "./input.ts";

export function productSbom(input: ArtefactInput, format: string): Iterable<string> {
  if (format === "spdx") return spdxPieces(sbomOf(input));
  return cycloneDxPieces(concludedOnly(sbomOf(input)), format === "cyclonedx-1.7" ? "1.7" : "1.6");
}

function sbomOf(input: ArtefactInput): SbomInput {
  const { result, product, version } = input;
  const delivered = { ...result, uses: deliveredUses(result, product) };
  const sbom = sbomInputOfResult(delivered, { name: productName(input), product });
  const integrity = new Map(result.components.map((component) => [component.purl, component]));
  return {
    ...sbom,
    ...(version === undefined ? {} : { version }),
    remarks: [`inventory sha256:${inventoryDigest(result, product)}`, disclaimer({ ...input, language: "en" })],
    components: sbom.components.map((component) => concluded(component, integrity.get(component.purl), input)),
  };
}

/** What is declared stays; beside it stands what we take the component under. */
function concluded(
  component: SbomComponent,
  known: ArtefactInput["result"]["components"][number] | undefined,
  { result, product }: ArtefactInput,
): SbomComponent {
  const declared = component.licenses.filter(({ basis }) => basis === "declared");
  const taken = known?.license === undefined ? undefined : takenExpression(result, known.license, product);
  const license = taken ?? known?.license;
  const parsed = license === undefined ? undefined : parseExpression(license);
  return {
    ...component,
    ...(known?.integrity === undefined ? {} : { integrity: known.integrity }),
    licenses: license === undefined ? declared : [...declared, { text: parsed ? formatExpression(parsed) : license, basis: "concluded" }],
  };
}

/** CycloneDX has one place for licences: what was concluded stands there, what was declared otherwise is a remark. */
function concludedOnly(sbom: SbomInput): SbomInput {
  return {
    ...sbom,
    components: sbom.components.map((component) => {
      const concluded = component.licenses.filter(({ basis }) => basis === "concluded");
      if (concluded.length === 0) return component;
      const declared = component.licenses
        .filter(({ basis, text }) => basis === "declared" && text !== concluded[0]?.text)
        .map(({ text }) => text);
      const remarks = declared.length === 0 ? {} : { remarks: { "allmend:declared": [...new Set(declared)].join(", ") } };
      return { ...component, licenses: concluded, ...remarks };
    }),
  };
}
