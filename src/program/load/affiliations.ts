// affiliations.yaml into the model.
import { didYouMean, phrase } from "#kit";
import type { Affiliations } from "../affiliations.ts";
import { checkDocument } from "../read/check.ts";
import type { Files } from "../read/folder.ts";
import { readYaml } from "../read/yaml.ts";
import { affiliationsDocument } from "../schema/affiliations.ts";
import type { Context } from "./context.ts";

const FILE = "affiliations.yaml";
/** Stands for the organisation itself. */
const US = "us";

export function readAffiliations(files: Files, context: Context): Affiliations | undefined {
  const text = files.get(FILE);
  if (text === undefined) return undefined;
  const page = readYaml({ file: context.prefix + FILE, text, place: (line, column) => ({ line, column }) }, context.problems);
  if (page.value === undefined || page.value === null) return undefined;
  const document = checkDocument(affiliationsDocument, page, context.problems);
  if (!document) return undefined;
  const { organizations = {}, people = [], personal = [], bots = [] } = document.value;
  const ids = [US, ...Object.keys(organizations)];
  for (const [index, { organization, from, until }] of people.entries()) {
    const at = document.position(["people", index, "organization"]);
    if (!ids.includes(organization)) {
      context.problems.add("unknown-reference", at, phrase`there is no organisation "${organization}" here`, {
        hint: didYouMean(organization, ids),
      });
    }
    if (from !== undefined && until !== undefined && until < from) {
      context.problems.add(
        "contradiction",
        document.position(["people", index, "until"]),
        phrase`it ends on ${until}, before it begins on ${from}`,
      );
    }
  }
  return {
    organizations: Object.entries(organizations).map(([id, { name, domains, ours }]) => ({
      id,
      name,
      domains: (domains ?? []).map((domain) => domain.toLowerCase()),
      ours: ours === true,
    })),
    people: people.map(({ addresses, ...rest }) => ({ ...rest, addresses: addresses.map((address) => address.toLowerCase()) })),
    personal: personal.map((domain) => domain.toLowerCase()),
    bots: bots.map((bot) => bot.toLowerCase()),
  };
}
