// Contributor agreements, both ways: which are in force, and how many they cover.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { RegisterList } from "./register-list.tsx";
import type { RegistersData } from "./registers.tsx";

export function Agreements({ of }: { readonly of: RegistersData["agreements"] }) {
  const words = useWords(communitiesWords).registers;
  const { say, date } = useSpeech();
  return (
    <RegisterList
      title={words.agreements}
      empty={words.noAgreements}
      items={of.map(({ id, kind, direction, counterparty, project, version, signed, ends, inForce, people, domains, products }) => ({
        id,
        title: counterparty,
        state: inForce ? "allow" : "none",
        label: inForce ? words.inForce : words.ended,
        notes: [
          inForce ? words.inForce : words.ended,
          `${kind}${version === undefined ? "" : ` ${version}`} (${words.kinds[kind]})`,
          words.direction[direction],
          project,
          products?.join(", "),
          people > 0 ? say(words.covers, { people }) : undefined,
          domains.length > 0 ? domains.join(", ") : undefined,
          say(words.signed, { date: date(signed) }),
          ends === undefined ? undefined : say(words.ends, { date: date(ends) }),
        ],
      }))}
    />
  );
}
