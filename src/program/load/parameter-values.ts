// The values of all parameters: what the organisation sets over what its packs say, each of the type that the pack declares.
import { didYouMean, phrase, type Phrase } from "#kit";
import type { Checked } from "../read/check.ts";
import { type ProblemList } from "../read/problems.ts";
import type { OrganizationDocument } from "../schema/organization.ts";
import type { PackDocument } from "../schema/other.ts";
import type { Layer } from "./layer.ts";
import type { Parameters, ParameterValue } from "./parameters.ts";

type Declaration = NonNullable<PackDocument["parameters"]>[string];

/** The name of the organisation itself, as a parameter that is always there. */
const organizationName = "organization";

interface Collected {
  /** For filling placeholders: all of them, and the organisation's name. */
  readonly values: ReadonlyMap<string, ParameterValue>;
  /** For the model. */
  readonly all: Parameters;
}

export function collectParameters(
  name: string,
  given: Checked<OrganizationDocument> | undefined,
  packs: readonly Checked<PackDocument>[],
  problems: ProblemList,
): Collected {
  const values = new Map<string, ParameterValue>([[organizationName, name]]);
  const declared = new Map<string, Declaration>();
  for (const pack of packs) {
    for (const [parameter, declaration] of Object.entries(pack.value.parameters ?? {})) {
      checkDefault(parameter, declaration, pack, problems);
      if (!declared.has(parameter)) declared.set(parameter, declaration);
    }
  }
  for (const [parameter, { default: value }] of declared) {
    values.set(parameter, typeof value === "string" ? value.replaceAll(`\${${organizationName}}`, name) : value);
  }
  for (const [parameter, value] of Object.entries(given?.value.parameters ?? {})) {
    const declaration = declared.get(parameter);
    if (declaration && given && !isOfType(value, declaration.type)) {
      problems.add("parameter-type", given.position(["parameters", parameter]), phrase`parameter "${parameter}" is ${typeOf(value)}`, {
        expected: words[declaration.type],
        hint: described(declaration),
      });
    } else values.set(parameter, value);
  }
  const all: Record<string, ParameterValue> = {};
  for (const [parameter, value] of values) if (parameter !== organizationName) all[parameter] = value;
  return { values, all };
}

const words = { text: phrase`a text`, number: phrase`a number`, boolean: phrase`true or false`, list: phrase`a list of texts` } as const;

/** In the words of the pack. */
function described({ description }: Declaration): Phrase | undefined {
  const text = typeof description === "string" ? description : description.en;
  return text === undefined ? undefined : phrase`${text}`;
}

function typeOf(value: ParameterValue): Phrase {
  return Array.isArray(value)
    ? words.list
    : typeof value === "string"
      ? words.text
      : typeof value === "number"
        ? words.number
        : words.boolean;
}

function isOfType(value: ParameterValue, type: Declaration["type"]): boolean {
  return type === "list" ? Array.isArray(value) : typeof value === (type === "text" ? "string" : type);
}

function checkDefault(parameter: string, declaration: Declaration, pack: Checked<PackDocument>, problems: ProblemList): void {
  if (isOfType(declaration.default, declaration.type)) return;
  problems.add(
    "parameter-type",
    pack.position(["parameters", parameter, "default"]),
    phrase`the default of "${parameter}" is ${typeOf(declaration.default)}`,
    {
      expected: words[declaration.type],
    },
  );
}

/** A parameter that no pack declares and nothing uses is a misspelling. */
export function checkParameterNames(
  given: Checked<OrganizationDocument>,
  packs: readonly Checked<PackDocument>[],
  layers: readonly Layer[],
  problems: ProblemList,
): void {
  const declared = new Set(packs.flatMap((pack) => Object.keys(pack.value.parameters ?? {})));
  const used = new Set(layers.flatMap(({ context }) => [...context.placeholders.used]));
  for (const parameter of Object.keys(given.value.parameters ?? {})) {
    if (declared.has(parameter) || used.has(parameter) || readByRule(parameter, layers)) continue;
    problems.warn(
      "parameter-unknown",
      given.position(["parameters", parameter], "key"),
      phrase`no pack has a parameter "${parameter}", and nothing uses it`,
      {
        hint: didYouMean(parameter, declared),
      },
    );
  }
}

function readByRule(parameter: string, layers: readonly Layer[]): boolean {
  return layers.some(({ policies }) =>
    [...policies.values()].some(({ rules }) => rules.some(({ rule }) => rule.when.includes(`organization.parameters.${parameter}`))),
  );
}
