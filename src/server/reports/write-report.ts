// Writing one report from everything that is known, for somebody who may see what it is about.
import { identifyLicense, standardTexts } from "#facts";
import { type ArtefactInput, type ReportKind, reportKinds } from "#publish";
import { deliveredUses, type ScanResult, takenLicenses } from "#scan";
import { type Caller, notThere, seesUnit } from "../access/caller.ts";
import type { Deps } from "../deps.ts";
import { seesProducts } from "../routes/portal/parts.ts";
import { filled, problem } from "../http/problem.ts";
import { frameworksOf } from "../portal/frameworks.ts";
import { standingOf } from "../portal/standing.ts";
import { withWholeResult } from "../portal/whole-result.ts";

/** Those that can be made from what is stored, as one document; of what lies beside packages the texts of the SPDX list stand in. */
export const storedReports = reportKinds.filter(({ folder }) => folder === undefined);

export interface WantedReport {
  readonly kind: string;
  readonly format: string;
  readonly language: "en" | "de";
  readonly product?: string | undefined;
  /** `supplier/item`, of what is about something that we buy. */
  readonly item?: string | undefined;
  readonly framework?: string | undefined;
}

/** Its pieces, in order. Throws where there is no such report for this caller. */
export async function writeReport(deps: Deps, caller: Caller, wanted: WantedReport): Promise<Iterable<string>> {
  const { format, language, product = "", item, framework } = wanted;
  const kind = await requireReport(deps, caller, wanted);
  if (!kind.formats.includes(format))
    throw problem(
      422,
      "input-invalid",
      filled("{report} is not written as {format}", { report: kind.id, format }),
      filled("Use one of: {known}.", { known: kind.formats.join(", ") }),
    );
  return withWholeResult(deps, async (result) =>
    kind.write(
      { ...(await inputOf(result, kind, product)), language, ...(framework ? { framework } : {}), ...(item ? { item } : {}) },
      format,
    ),
  );
}

/** What spans units is for those who see all of them. */
export async function requireReport(
  deps: Deps,
  caller: Caller,
  { kind: id, product = "", item = "" }: Pick<WantedReport, "kind" | "product" | "item">,
): Promise<ReportKind> {
  const kind = storedReports.find((one) => one.id === id);
  if (!kind) throw notThere("such report");
  if (kind.about === "item") {
    if (caller.units === "all") return kind;
    const { result } = await standingOf(deps);
    if (!boughtFor(result, item).some((one) => seesProducts(caller, result.program)([one]))) throw notThere("such purchase");
    return kind;
  }
  if (kind.about !== undefined) {
    if (caller.units !== "all") throw notThere("such report");
    return kind;
  }
  const { result } = await standingOf(deps);
  const found = result.program.organization.products.find((one) => one.id === product);
  if (!found || !seesUnit(caller, found.unit)) throw notThere("such product");
  return kind;
}

/** Products for which something is bought. */
function boughtFor({ program }: Pick<ScanResult, "program">, item: string): readonly string[] {
  const [supplier, id] = item.split("/");
  return program.procurement?.suppliers.find((one) => one.id === supplier)?.items.find((one) => one.id === id)?.products ?? [];
}

async function inputOf(result: ScanResult, kind: ReportKind, product: string): Promise<Omit<ArtefactInput, "language">> {
  return {
    result,
    product,
    files: new Map(),
    standard: kind.texts ? await textsOfList(result, product) : new Map(),
    ...(kind.texts ? { unread: true as const } : {}),
    identify: await identifyLicense(),
    ...(kind.frameworks ? { frameworks: await frameworksOf(result.program) } : {}),
  };
}

async function textsOfList(result: ScanResult, product: string): Promise<ReadonlyMap<string, string>> {
  const licenses = new Set(deliveredUses(result, product).flatMap(({ component }) => result.components[component]?.license ?? []));
  return standardTexts([...licenses].flatMap((license) => takenLicenses(result, license, product)));
}
