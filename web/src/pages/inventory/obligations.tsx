// What licences ask of what we deliver: how much of it is open, and a line for each licence.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Pick } from "../../parts/pick.tsx";
import { Read } from "../../parts/read.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { DutyLicences } from "./duty-licences.tsx";
import { InventoryPages } from "./inventory-pages.tsx";

export type Sums = components["schemas"]["DutySums"];

export const STATES = ["open", "unknown", "fulfilled", "standing", "all"] as const;

export function ObligationsPage() {
  const lang = useLanguage();
  return (
    <>
      <InventoryPages />
      <Read
        of={["duty-sums", lang]}
        read={(signal) => data(api.GET("/api/portal/obligations/sums", { signal, params: { query: { lang } } }))}
      >
        {(sums) => <Obligations sums={sums} />}
      </Read>
    </>
  );
}

function Obligations({ sums }: { readonly sums: readonly Sums[] }) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const address = useAddress();
  const product = address.of("product");
  const shown = sums.filter((each) => product === "" || each.product === product);
  const open = shown.reduce((sum, each) => sum + each.open, 0);
  const done = shown.reduce((sum, each) => sum + each.done, 0);
  const owing = shown.filter((each) => each.open > 0).length;
  const answer = open > 0 ? words.answer : done > 0 ? words.answerDone : words.answerNone;
  const asked = address.of("state");
  const state = STATES.find((each) => each === asked) ?? "open";
  return (
    <>
      <Answer answer={say(answer, { open, done, products: owing })} why={words.why} />
      <div className="inventory-filters two no-print">
        <Pick
          label={words.product}
          all={words.states.all}
          of={sums.map((each) => [each.product, `${each.name} (${say(words.sum, { open: each.open, done: each.done })})`])}
          chosen={product}
          choose={(chosen) => address.change({ product: chosen })}
        />
        <Choice
          label={words.state}
          of={STATES.map((each) => [each, words.states[each]])}
          chosen={state}
          choose={(chosen) => address.change({ state: chosen === "open" ? "" : chosen })}
        />
      </div>
      <DutyLicences product={product} state={state} products={new Map(sums.map((each) => [each.product, each]))} />
    </>
  );
}
