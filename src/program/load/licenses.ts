// licenses.yaml into the model.
import { formatExpression, readExpression, phrase, phraseRow } from "#kit";
import type { Category, Licenses, Waiver } from "../model.ts";
import { type Checked, checkDocument, isStandIn } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { readYaml } from "../read/yaml.ts";
import { type LicensesDocument, licensesDocument, type WaiverDocument } from "../schema/licenses.ts";
import type { Context } from "./context.ts";

export const noLicenses: Licenses = { categories: [], choices: [], curations: [], waivers: [] };

export function readLicenses(files: Files, context: Context): Licenses {
  const content = files.get("licenses.yaml");
  if (content === undefined) return noLicenses;
  const page = readYaml(
    { file: `${context.prefix}licenses.yaml`, text: content, place: (line, column) => ({ line, column }) },
    context.problems,
  );
  if (page.value === undefined || page.value === null) return noLicenses;
  const document = checkDocument(licensesDocument, page, context.problems);
  if (!document) return noLicenses;
  const { value } = document;
  checkChoices(document, context);
  return {
    categories: Object.entries(value.categories ?? {}).map(
      ([license, category]): Category => ({ license, ...category, position: document.position(["categories", license], "key") }),
    ),
    choices: (value.choices ?? []).map((choice, index) => {
      context.references.need(["product"], choice.product, document.position(["choices", index, "product"]));
      return { ...choice, position: document.position(["choices", index]) };
    }),
    curations: (value.curations ?? []).map((curation, index) => {
      context.references.need(["team", "person", "executive"], curation.by, document.position(["curations", index, "by"]));
      return { ...curation, position: document.position(["curations", index]) };
    }),
    ...(value.matrix === undefined ? {} : { matrix: value.matrix }),
    uses: (value.uses ?? []).map((use, index) => {
      context.references.need(["product"], use.product, document.position(["uses", index, "product"]));
      return { ...use, position: document.position(["uses", index]) };
    }),
    waivers: (value.waivers ?? []).map((waiver, index) => readWaiver(waiver, document, ["waivers", index], context)),
  };
}

/** A waiver with its references; `document` is licenses.yaml or a record. */
export function readWaiver(
  waiver: WaiverDocument,
  document: Pick<Checked<unknown>, "position">,
  path: readonly PropertyKey[],
  context: Context,
): Waiver {
  const { references } = context;
  references.need(["rule"], waiver.rule, document.position([...path, "rule"]));
  references.need(["product"], waiver.about.product, document.position([...path, "about", "product"]));
  references.need(["team", "person", "executive"], waiver.owner, document.position([...path, "owner"]));
  references.need(["board", "team", "person", "executive"], waiver["granted-by"], document.position([...path, "granted-by"]));
  const { "granted-by": grantedBy, ...rest } = waiver;
  return { ...rest, ...(grantedBy === undefined ? {} : { grantedBy }), position: document.position(path) };
}

/** What is chosen must be one of the branches that are offered. */
function checkChoices(document: Checked<LicensesDocument>, context: Context): void {
  for (const [index, choice] of (document.value.choices ?? []).entries()) {
    if (isStandIn(choice.expression) || isStandIn(choice.choose)) continue;
    const offered = branches(choice.expression);
    const chosen = branches(choice.choose)[0];
    const at = document.position(["choices", index, "choose"]);
    if (offered.length < 2) {
      context.problems.add(
        "contradiction",
        document.position(["choices", index, "expression"]),
        phrase`"${choice.expression}" offers no choice`,
        { expected: phrase`licences joined by OR` },
      );
    } else if (chosen === undefined || !offered.includes(chosen)) {
      context.problems.add("contradiction", at, phrase`"${choice.choose}" is none of the licences that "${choice.expression}" offers`, {
        expected: phraseRow(offered, " or "),
      });
    }
  }
}

/** The ways in which an expression can be met, each as an expression of its own. */
function branches(text: string): string[] {
  const { expression } = readExpression(text);
  if (!expression) return [];
  if (expression.kind === "or") return expression.parts.map(formatExpression);
  return [formatExpression(expression)];
}
