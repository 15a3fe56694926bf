// What the packages themselves say is joined to what lockfiles said: declared where those are silent, and the licence texts beside it.
import { type DeclaredLicense, licensesDiffer, type PackageAnswer } from "#facts";
import { formatExpression, joinExpressions, parseExpression } from "#kit";
import type { FieldReader } from "./merge.ts";
import type { DetectedLicense, ResultComponent } from "./result.ts";

/** A text that is less certain than this is shown, and concludes nothing. */
const SURE = 0.85;

export function withPackages(
  components: readonly ResultComponent[],
  answers: ReadonlyMap<string, PackageAnswer>,
  read: FieldReader,
): readonly ResultComponent[] {
  if (answers.size === 0) return components;
  return components.map((component) => {
    const answer = answers.get(component.purl);
    return answer ? withPackage(component, answer, read) : component;
  });
}

function withPackage(component: ResultComponent, answer: PackageAnswer, read: FieldReader): ResultComponent {
  const said = answer.declared === undefined ? undefined : read(answer.declared)?.expression;
  const known = component.notion === "declared" ? component.license : undefined;
  const adds = answer.declared !== undefined && (known === undefined || said !== known);
  const declared = adds ? [...component.declared, declaration(component, answer)] : component.declared;
  const expression = known ?? said;
  const detected = detectedIn(answer);
  const differs = expression !== undefined && detected ? licensesDiffer(expression, sureTexts(detected)) : undefined;
  const judged = judgedLicense(component, expression, known === undefined ? answer.from : component.licenseFrom, detected);
  const { license: _license, licenseFrom: _from, notion: _notion, ...rest } = component;
  return { ...rest, declared, ...judged, ...(detected ? { detected } : {}), ...(differs === undefined ? {} : { licenseDiffers: differs }) };
}

function declaration({ version }: ResultComponent, answer: PackageAnswer): DeclaredLicense {
  return {
    text: answer.declared ?? "",
    from: answer.from,
    ...(answer.path === undefined ? {} : { path: answer.path }),
    ...(version === "" ? { version: answer.version } : {}),
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

function detectedIn(answer: PackageAnswer): DetectedLicense | undefined {
  if (answer.texts.length === 0) return undefined;
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
