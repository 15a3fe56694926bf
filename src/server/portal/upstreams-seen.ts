// The projects that we depend on, as somebody sees them who may not look into other units: only what their own units use, and only as often.
import type { Program } from "#program";
import { criticalities, type ScanResult } from "#scan";
import { type Database, type PackageUses, packageUses } from "#store";
import type { Caller } from "../access/caller.ts";

type Upstreams = ScanResult["upstreams"];

/** What the strategy names stays, with nothing counted where nothing is used: the strategy is everybody's. */
export async function upstreamsSeen(database: Database, { upstreams, program }: ScanResult, { units }: Caller): Promise<Upstreams> {
  if (units === "all") return upstreams;
  const purls = [...upstreams.projects.flatMap(({ packages }) => packages), ...upstreams.cloneFirst.map((one) => one.package)];
  const used = await packageUses(database.sql, purls, units);
  const named = new Set((program.strategy?.upstreams ?? []).map(({ project }) => project));
  return {
    projects: upstreams.projects.flatMap((one) => {
      const counted = countedOf(used, one.packages, program);
      return counted.uses > 0 || named.has(one.project) ? { ...one, ...counted } : [];
    }),
    cloneFirst: upstreams.cloneFirst.flatMap((one) => {
      const counted = countedOf(used, [one.package], program);
      return counted.uses > 0 ? { ...one, ...counted } : [];
    }),
  };
}

function countedOf(used: readonly PackageUses[], packages: readonly string[], { organization }: Program) {
  const mine = used.filter(({ purl }) => packages.includes(purl));
  const products = new Set(mine.flatMap(({ product }) => product ?? []));
  const levels = organization.products.filter(({ id }) => products.has(id)).map(({ criticality }) => criticalities.indexOf(criticality));
  return {
    uses: mine.reduce((sum, { uses }) => sum + uses, 0),
    products: products.size,
    criticality: criticalities[Math.max(0, ...levels)] ?? "unknown",
  };
}
