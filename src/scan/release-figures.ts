// What the guards of a release ask, from a result: the inventory's digest, what is open, what is not known.
import type { ReleaseStep } from "#program";
import { obligationBook } from "./obligations/derive.ts";
import { deliveredUses, inventoryDigest } from "./product-inventory.ts";
import type { ScanResult } from "./result.ts";

export type ReleaseFigures = Pick<ReleaseStep, "inventory"> &
  Required<Pick<ReleaseStep, "findingsOpen" | "obligationsOpen" | "unknownLicenses">>;

export function releaseFigures(result: ScanResult, product: string, version: string): ReleaseFigures {
  const held = new Set(deliveredUses(result, product).map((use) => use.component));
  return {
    // A product of which nothing was read has no inventory, rather than an empty one.
    ...(wasRead(result, product) ? { inventory: inventoryDigest(result, product) } : {}),
    findingsOpen: result.findings.filter((finding) => denies(finding, product)).length,
    obligationsOpen: obligationsOf(result, product, version).filter(({ state }) => state === "open").length,
    unknownLicenses: [...held].filter((index) => result.components[index]?.license === undefined).length,
  };
}

function wasRead({ repositories }: ScanResult, product: string): boolean {
  return repositories.some(({ products }) => products.includes(product));
}

/** What the licences ask of a product in one release: what was recorded for this release counts, what was recorded for another does not. */
export function obligationsOf(result: ScanResult, product: string, version?: string): ScanResult["obligations"] {
  if (version === undefined) return result.obligations.filter((obligation) => obligation.product === product);
  const { program, now, components } = result;
  const book = obligationBook({
    program,
    organization: program.organization,
    now,
    components,
    uses: result.uses.filter((use) => use.product === product),
    releases: new Map([[product, version]]),
  });
  return book.all(() => undefined);
}

/** Findings about releases look at what comes later: they do not stand in the way of the steps that lead there. */
function denies({ outcome, mode, waiver, subject }: ScanResult["findings"][number], product: string): boolean {
  return (
    outcome === "deny" && mode === "enforce" && subject.product === product && subject.kind !== "release" && (!waiver || waiver.expired)
  );
}
