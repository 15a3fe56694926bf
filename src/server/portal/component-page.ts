// One component as a page: what the database knows of it, beside what registers say.
import type { z } from "zod";
import { compareVersions, matchesPurl, parsePurl, parsePurlRange } from "#kit";
import { ecosystemName, type Language } from "#look";
import type { Program } from "#program";
import { type LicenseTrust, portalPages } from "#publish";
import type { AskedResult, ResultComponent } from "#scan";
import type { ComponentDetail } from "#store";
import type { componentPageBody } from "../routes/portal/inventory-bodies.ts";

type Page = z.input<typeof componentPageBody>;
type Version = ComponentDetail["allVersions"][number];

export async function componentPageOf(
  detail: ComponentDetail,
  asked: string | undefined,
  { components, vulnerabilities }: Pick<AskedResult, "components" | "vulnerabilities">,
  program: Program,
  language: Language,
): Promise<Page | undefined> {
  const chosen = asked === undefined ? detail.allVersions[0] : detail.allVersions.find(({ version }) => version === asked);
  if (!chosen) return undefined;
  const { licenseTrust, licensePage } = await portalPages();
  const health = detail.allVersions.map(({ document }) => document.health).find((known) => known?.latest !== undefined);
  const kindText = chosen.license === undefined ? undefined : licensePage(chosen.license, program, language)?.kindText;
  return {
    id: detail.id,
    purl: detail.purl,
    name: detail.name,
    type: detail.type,
    ecosystem: ecosystemName(detail.type),
    uses: detail.uses,
    products: detail.products,
    version: chosen.version,
    versionPurl: chosen.purl,
    versions: byAge(detail.allVersions, detail.type),
    ...(health?.latest === undefined ? {} : { latest: health.latest }),
    ...(chosen.document.health ? { health: healthOf(chosen.document.health) } : {}),
    ...(kindText === undefined ? {} : { kindText }),
    trust: trustOf(licenseTrust(chosen.document, language)),
    ...registersAbout(chosen.purl, program),
    vulnerabilities: vulnerabilitiesOf(detail, components, vulnerabilities),
  };
}

function trustOf({ declared, detected, ...rest }: LicenseTrust): Page["trust"] {
  return {
    ...rest,
    declared: declared.map((each) => ({ ...each })),
    ...(detected ? { detected: { ...detected, files: detected.files.map((file) => ({ ...file })) } } : {}),
  };
}

/** The oldest first. */
function byAge(versions: readonly Version[], type: string): Page["versions"] {
  return versions
    .toSorted((a, b) => compareVersions(type, a.version, b.version) ?? 0)
    .map(({ id, version, purl, uses, license, firstSeen }) => ({
      id,
      version,
      purl,
      uses,
      ...(license === undefined ? {} : { license }),
      firstSeen: firstSeen.toISOString(),
    }));
}

function healthOf({
  published,
  latestPublished,
  deprecated,
  repository,
}: NonNullable<ResultComponent["health"]>): NonNullable<Page["health"]> {
  return {
    ...(published === undefined ? {} : { published }),
    ...(latestPublished === undefined ? {} : { latestPublished }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(repository === undefined ? {} : { repository }),
  };
}

function registersAbout(purl: string, { registers, organization }: Program): Pick<Page, "owners" | "support" | "catalogue"> {
  const meant = <T extends { readonly component: string }>(list: readonly T[] = []) =>
    list.filter(({ component }) => means(component, purl));
  const products = new Set(organization.products.map(({ id }) => id));
  return {
    owners: meant(registers?.owners?.owners)
      .filter(({ product }) => product === undefined || products.has(product))
      .map(({ owner, deputy, product, confirmed }) => ({
        owner,
        ...(deputy === undefined ? {} : { deputy }),
        ...(product === undefined ? {} : { product }),
        ...(confirmed === undefined ? {} : { confirmed }),
      })),
    support: meant(registers?.support?.support).map(({ plan, provider, until }) => ({
      plan,
      ...(provider === undefined ? {} : { provider }),
      ...(until === undefined ? {} : { until }),
    })),
    catalogue: meant(registers?.catalogue?.components).map((entry) => ({
      component: entry.component,
      state: entry.state,
      ...(entry.for === undefined ? {} : { for: entry.for }),
      ...(entry.because === undefined ? {} : { because: entry.because }),
    })),
  };
}

/** Whether a register's `purl@range` speaks of this version. */
export function means(component: string, purl: string): boolean {
  const range = parsePurlRange(component);
  if ("error" in range) return false;
  return matchesPurl(range, purl) === true;
}

/** In versions that are used where somebody looks. */
function vulnerabilitiesOf(
  { allVersions }: ComponentDetail,
  components: AskedResult["components"],
  vulnerabilities: AskedResult["vulnerabilities"],
): Page["vulnerabilities"] {
  const used = new Set(allVersions.map(({ version }) => version));
  return vulnerabilities
    .flatMap(({ id, severity, summary, exploited, affects }) => {
      const versions = affects
        .map(({ component, fixed, open }) => ({
          version: parsePurl(components[component]?.purl ?? "")?.version ?? "",
          open,
          ...(fixed === undefined ? {} : { fixed }),
        }))
        .filter(({ version }) => used.has(version));
      if (versions.length === 0) return [];
      return [{ id, severity, ...(summary === undefined ? {} : { summary }), exploited: exploited !== undefined, versions }];
    })
    .toSorted((a, b) => Number(b.exploited) - Number(a.exploited));
}
