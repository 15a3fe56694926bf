// allmend why ID: the chain of anything that has an id, in both directions, from the last result.
import type { Command } from "commander";
import { AllmendError, nearest } from "#kit";
import { chains } from "#publish";
import { language, print } from "../environment.ts";
import { disclaimer } from "../disclaimer.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { requireLastResult } from "../run-scan.ts";

interface Flags extends CommonOptions {
  readonly orphans?: boolean;
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command.argument(
      "[id]",
      "objective:…, activity:…, policy:…, rule:…, finding:…, figure:…, responsibility:…, product:…, repository:…, case:…, team:…, board:…, unit:…, upstream:…, or the part after the colon; a measure (K-41), a package URL",
    ),
  )
    .option("--orphans", "list where the chain breaks")
    .action(async (id: string | undefined, flags: Flags) => {
      const { chainOf, chainText, meant, orphans, orphansText, tree } = await chains();
      const result = await requireLastResult();
      const chain = chainOf(result, id);
      const spoken = language(flags.lang);
      const { knowledge } = result.tool;
      const said = disclaimer(spoken, knowledge);
      if (id === undefined || flags.orphans === true) {
        const found = orphans(chain);
        const document = { schema: "allmend.orphans/1", knowledge, disclaimer: said, orphans: found };
        await print(flags.json ? `${JSON.stringify(document, undefined, 2)}\n` : `${orphansText(found, spoken)}\n${said}\n`);
        return exit(0);
      }
      const ids = meant(chain, id);
      if (ids.length === 0) throw notThere(id, [...chain.nodes.keys()]);
      const found = ids.map((each) => ({ above: tree(chain, each, "above"), below: tree(chain, each, "below") }));
      if (flags.json)
        await print(`${JSON.stringify({ schema: "allmend.why/1", knowledge, disclaimer: said, chains: found }, undefined, 2)}\n`);
      else {
        const chains = found.flatMap(({ above, below }) => (above && below ? [chainText(above, below, spoken)] : []));
        await print(`${chains.join("\n")}\n${said}\n`);
      }
      exit(0);
    });
}

function notThere(id: string, ids: readonly string[]): AllmendError {
  const plain = ids.filter((candidate) => !/^(finding|usage|decision):/.test(candidate));
  const near = nearest(id, [...plain, ...plain.map((candidate) => candidate.slice(candidate.indexOf(":") + 1))]);
  return new AllmendError("no-such-id", "not-found", `the last result knows nothing called "${id}"`, {
    hint:
      near === undefined
        ? 'Ids stand in the report and in result.json; "allmend why --orphans" lists where the chain breaks.'
        : `Did you mean "${near}"?`,
  });
}
