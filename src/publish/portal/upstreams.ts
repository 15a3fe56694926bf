// Projects that we depend on: how much hangs on them, how much of us is in them, on which rung we stand and where the strategy wants us.
import type { Language } from "#look";
import type { Rung } from "#program";
import type { ScanResult } from "#scan";
import { concentrationLines, dependenceText, ourPartLines } from "../community/upstream-lines.ts";

export interface UpstreamLine {
  readonly project: string;
  readonly dependence: string;
  readonly uses: number;
  readonly products: number;
  readonly criticality: string;
  readonly rung?: Rung;
  readonly wanted?: Rung;
  readonly below?: boolean;
  readonly because?: string;
  readonly ours: readonly string[];
  readonly concentration: readonly string[];
  readonly license?: string;
  readonly singleVendor?: boolean;
  readonly clone: boolean;
}

export interface UpstreamsPage {
  readonly projects: readonly UpstreamLine[];
  /** Packages whose clone would tell most. */
  readonly cloneFirst: readonly { readonly package: string; readonly dependence: string }[];
}

export function upstreamsPage({ upstreams, measures, program }: ScanResult, language: Language): UpstreamsPage {
  const reasons = new Map((program.strategy?.upstreams ?? []).map(({ project, because }) => [project, because]));
  return {
    projects: upstreams.projects.map((one): UpstreamLine => {
      const { project, uses, products, criticality, rung, wanted, below, license, singleVendor, clone } = one;
      const because = reasons.get(project);
      return {
        project,
        dependence: dependenceText(one, language),
        uses,
        products,
        criticality,
        ...(rung === undefined ? {} : { rung }),
        ...(wanted === undefined ? {} : { wanted }),
        ...(below === undefined ? {} : { below }),
        ...(because === undefined ? {} : { because }),
        ...(license === undefined ? {} : { license }),
        ...(singleVendor === undefined ? {} : { singleVendor }),
        ours: ourPartLines(one, measures, language),
        concentration: concentrationLines(one, language),
        clone: clone !== undefined,
      };
    }),
    cloneFirst: upstreams.cloneFirst.map((one) => ({ package: one.package, dependence: dependenceText(one, language) })),
  };
}
