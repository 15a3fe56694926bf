// What can be chosen at the front door, in the order in which the arrow keys reach it: hits by kind, pages, then ways to ask.
import type { frontDoorWords } from "@allmend/look/words/portal/front-door";
import type { State } from "@allmend/look";
import { requestAddress } from "../../api/request-address.ts";
import type { Answered } from "./use-question.ts";

type Words = (typeof frontDoorWords)["en"];

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly state?: State;
  readonly address: string;
}

export interface Group {
  readonly kind: keyof Words["kinds"];
  readonly choices: readonly Choice[];
}

const ORDER = ["component", "product", "repository", "case", "rule", "policy", "license", "vulnerability", "register", "person"] as const;

interface Page {
  readonly label: string;
  readonly address: string;
}

export function groupsOf(text: string, answered: Answered | undefined, pages: readonly Page[], words: Words): readonly Group[] {
  const hits = answered?.hits ?? [];
  const named = pages.filter(({ label }) => label.toLowerCase().startsWith(text.trim().toLowerCase()));
  const ways = (answered?.ways ?? []).map(({ kind, fields }) => ({
    id: `way-${kind}`,
    label: words.ways[kind].replace("{text}", () => fields["subject"] ?? ""),
    address: requestAddress(kind, fields),
  }));
  const groups: Group[] = [
    { kind: "page", choices: named.map(({ label, address }) => ({ id: `page-${address}`, label, address })) },
    ...ORDER.map((kind) => ({
      kind,
      choices: hits
        .filter((hit) => hit.kind === kind)
        .map(({ id, label, detail, state, address }) => ({
          id: `${kind}-${id}`,
          label,
          address,
          ...(detail === undefined ? {} : { detail }),
          ...(state === undefined ? {} : { state }),
        })),
    })),
    { kind: "way", choices: ways },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
