// What the packages themselves say is joined to what lockfiles said: declared where those are silent, and the licence texts beside it.
import { type DeclaredLicense, licensesDiffer, type PackageAnswer } from "#facts";
import { formatExpression, joinExpressions, parseExpression } from "#kit";
import type { FieldReader } from "./merge.ts";
import type { DetectedLicense, ResultComponent } from "./result.ts";

/** A text that is less certain than this is shown, and concludes nothing. */
const SURE = 0.85;

/** What somebody who has the package says of it: `PackageAnswer`, or a registry. */
export type Saying = Pick<PackageAnswer, "declared" | "path" | "version" | "texts" | "repository" | "sourceBytes"> & {
  readonly from: "installed" | "cache" | "registry" | "import";
};

/** `sayings` by purl, the nearest first. */
export function withPackages(
  components: readonly ResultComponent[],
  sayings: ReadonlyMap<string, readonly Saying[]>,
  read: FieldReader,
): readonly ResultComponent[] {
  if (sayings.size === 0) return components;
  return components.map((component) => {
    const said = sayings.get(component.purl);
    return said ? withSayings(component, said, read) : component;
  });
}

function withSayings(component: ResultComponent, sayings: readonly Saying[], read: FieldReader): ResultComponent {
  let expression = component.notion === "declared" ? component.license : undefined;
  let from = expression === undefined ? undefined : component.licenseFrom;
  const declared = [...component.declared];
  for (const saying of sayings) {
    if (saying.declared === undefined) continue;
    const meaning = read(saying.declared)?.expression;
    // What says the same again is no news.
    if (expression !== undefined && (meaning === undefined || meaning === expression)) continue;
    if (!declared.some(({ text }) => text === saying.declared)) declared.push(declaration(component, saying));
    if (expression === undefined && meaning !== undefined) [expression, from] = [meaning, saying.from];
  }
  const witness = sayings.find((saying) => saying.texts.length > 0);
  const detected = witness && detectedIn(witness);
  const differs = expression !== undefined && detected ? licensesDiffer(expression, sureTexts(detected)) : undefined;
  const sourceBytes = sayings.find((saying) => saying.sourceBytes !== undefined)?.sourceBytes;
  const { license: _license, licenseFrom: _from, notion: _notion, ...rest } = component;
  return {
    ...rest,
    declared,
    ...judgedLicense(component, expression, from, detected),
    ...(detected ? { detected } : {}),
    ...(sourceBytes === undefined ? {} : { sourceBytes }),
    ...(differs === undefined ? {} : { licenseDiffers: differs }),
  };
}

function declaration({ version }: ResultComponent, saying: Saying): DeclaredLicense {
  return {
    text: saying.declared ?? "",
    from: saying.from,
    ...(saying.path === undefined ? {} : { path: saying.path }),
    ...(version === "" ? { version: saying.version } : {}),
  };
}

type Judged = Pick<ResultComponent, "license" | "licenseFrom" | "notion">;

/** Declared before detected: an author's word is what others rely on, and where the text says otherwise a rule asks. */
function judgedLicense(
  component: ResultComponent,
  declared: string | undefined,
  from: string | undefined,
  detected: DetectedLicense | undefined,
): Judged {
  if (declared !== undefined) return { license: declared, notion: "declared", ...(from === undefined ? {} : { licenseFrom: from }) };
  if (component.license === undefined && detected?.expression !== undefined && detected.confidence >= SURE)
    return { license: detected.expression, notion: "detected", licenseFrom: "text" };
  const { license, licenseFrom, notion } = component;
  return { ...(license === undefined ? {} : { license }), ...(licenseFrom === undefined ? {} : { licenseFrom }), notion };
}

function detectedIn(answer: Saying): DetectedLicense {
  const told = answer.texts.filter((text) => text.expression !== null);
  const parts = told.map((text) => parseExpression(text.expression ?? "")).filter((part) => part !== undefined);
  // Nothing says whether several texts are a choice: all of them is the safe reading.
  const joined = joinExpressions("and", parts);
  return {
    ...(joined ? { expression: formatExpression(joined) } : {}),
    confidence: told.length === 0 ? 0 : Math.min(...told.map((text) => text.confidence)),
    from: answer.from,
    ...(answer.repository === undefined ? {} : { repository: answer.repository }),
    files: answer.texts.map(({ path, expression }) => (expression === null ? { path } : { path, expression })),
  };
}

/** Expressions of texts that were recognised for certain. */
export function sureTexts(detected: DetectedLicense): string[] {
  return detected.confidence < SURE ? [] : detected.files.flatMap((file) => file.expression ?? []);
}
