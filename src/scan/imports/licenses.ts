// Licences that others found: of packages (ORT), said beside what the packages say themselves; of the files of our repositories (ScanCode).
import type { Imported } from "#facts";
import { formatExpression, parseExpression, parsePurl } from "#kit";
import type { Saying } from "../packages.ts";
import type { ResultComponent, ResultFileLicenses } from "../result.ts";

type PackageLicenses = Imported["packageLicenses"];

/** Qualifiers say where a package was fetched from, not what it is. */
function plainPurl(purl: string): string {
  return purl.split(/[?#]/, 1)[0] ?? purl;
}

/** What imported results declare and detected, for packages by purl without qualifiers. */
export function importedSayings(found: PackageLicenses): (component: Pick<ResultComponent, "purl">) => Saying | undefined {
  const byPurl = new Map(found.map((entry) => [plainPurl(entry.purl), entry]));
  return ({ purl }) => {
    const entry = byPurl.get(plainPurl(purl));
    if (!entry || (entry.declared === undefined && entry.detected === undefined)) return undefined;
    return {
      from: "import",
      version: parsePurl(purl)?.version ?? "",
      ...(entry.declared === undefined ? {} : { declared: entry.declared }),
      texts: entry.detected === undefined ? [] : [{ path: entry.by, expression: entry.detected, confidence: 1 }],
    };
  };
}

/** What somebody concluded elsewhere counts as concluded, unless our own licenses.yaml says something. What is no expression concludes nothing. */
export function withImportedConclusions(components: readonly ResultComponent[], found: PackageLicenses): readonly ResultComponent[] {
  const byPurl = new Map(found.filter((entry) => entry.concluded !== undefined).map((entry) => [plainPurl(entry.purl), entry]));
  if (byPurl.size === 0) return components;
  return components.map((component) => {
    const expression = parseExpression(byPurl.get(plainPurl(component.purl))?.concluded ?? "");
    if (!expression) return component;
    const { license, licenseDiffers: _differs, ...rest } = component;
    return {
      ...rest,
      license: formatExpression(expression),
      notion: "concluded",
      licenseFrom: "import",
      ...(license === undefined || component.notion !== "declared" ? {} : { declaredLicense: license }),
    };
  });
}

function normal(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed ? formatExpression(parsed) : expression;
}

const MOST_FILES = 20;

/** Licences in the files of a repository, by expression, the most frequent first; undefined where nothing was imported about it. */
export function fileLicensesOf(repository: string, imported: Imported): ResultFileLicenses | undefined {
  const about = `repository:${repository}`;
  const mine = imported.fileLicenses.filter((found) => found.about === about);
  const looked = imported.files.some((file) => file.about === about && file.kind === "scancode");
  if (!looked) return undefined;
  const byExpression = Map.groupBy(
    mine.filter((found) => found.expression !== "NOASSERTION"),
    (found) => normal(found.expression),
  );
  return {
    files: mine.length,
    licenses: [...byExpression]
      .map(([expression, files]) => ({
        expression,
        files: files.length,
        examples: files.slice(0, MOST_FILES).map(({ path, line, confidence }) => ({
          path,
          ...(line === undefined ? {} : { line }),
          ...(confidence === undefined ? {} : { confidence }),
        })),
      }))
      .sort((a, b) => b.files - a.files || (a.expression < b.expression ? -1 : 1)),
    copyrights: [...new Set(mine.flatMap((found) => found.copyrights ?? []))].sort(),
  };
}
