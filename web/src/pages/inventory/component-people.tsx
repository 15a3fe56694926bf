// Who looks after it, and what the catalogue says of it.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { CATALOGUE_MARKS, entryAddress } from "../catalogue/marks.ts";
import type { ComponentData } from "./component.tsx";

export function ComponentPeople({ component: { owners, support, catalogue } }: { readonly component: ComponentData }) {
  const words = useWords(inventoryWords).component;
  const states = useWords(catalogueWords).state;
  const { say, date } = useSpeech();
  const names = useNames();
  return (
    <section>
      <h2>{words.owner}</h2>
      {owners.length === 0 && <p className="soft">{words.noOwner}</p>}
      {owners.map(({ owner, deputy, product, confirmed }) => (
        <p key={`${owner} ${product ?? ""}`}>
          <bdi>
            {deputy === undefined ? names.owner(owner) : say(words.owned, { owner: names.owner(owner), deputy: names.owner(deputy) })}
          </bdi>
          <span className="note line">
            {[
              product && say(words.ownedIn, { product: names.product(product) }),
              confirmed && say(words.confirmed, { date: date(confirmed) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
      ))}
      {support.map(({ plan, provider, until }) => (
        <p key={plan} className="note">
          {[words.support[plan as keyof typeof words.support] ?? plan, provider, until && say(words.supportUntil, { date: date(until) })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      ))}
      {catalogue.map(({ component, state, for: purpose, because }) => (
        <p key={component}>
          <StateMark state={CATALOGUE_MARKS[state as keyof typeof CATALOGUE_MARKS] ?? "none"} />
          {words.opinion}: <Link to={entryAddress(component)}>{states[state as keyof typeof states] ?? state}</Link>
          {(because ?? purpose) !== undefined && <span className="note line">{because ?? purpose}</span>}
        </p>
      ))}
    </section>
  );
}
