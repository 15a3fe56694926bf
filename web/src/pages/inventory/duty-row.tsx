// A duty of a product: from which components it comes, who answers for it, how it stands, and how evidence comes on record.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { type Speech, useSpeech, useWords } from "../../parts/use-words.ts";
import { DutyEvidence } from "./duty-evidence.tsx";
import type { Sums } from "./obligations.tsx";

type Duty = components["schemas"]["DutyLine"];

const MARKS = { open: "review", unknown: "unknown", fulfilled: "allow", "not-applicable": "none", standing: "none" } as const;

export function DutyRow({ duty, product }: { readonly duty: Duty; readonly product: Sums | undefined }) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const names = useNames();
  const { license, source, state, stateText, owner, due, evidence, because, components: count, named, kind } = duty;
  const said = [
    ownerText(owner && names.owner(owner), product?.owner && names.owner(product.owner), words, say),
    ...(due === undefined ? [] : [say(words.due, { due })]),
    ...(evidence === undefined ? [] : [say(words.evidence, { text: evidence })]),
    ...(because === undefined ? [] : [because]),
  ];
  return (
    <div className="place-row">
      <StateMark state={MARKS[state]} label={stateText} />
      <span>
        <span className="line">
          <Link to={`/inventory/products/${encodeURIComponent(duty.product)}`}>
            <bdi>{product?.name ?? duty.product}</bdi>
          </Link>{" "}
          <span className="note">{stateText}</span>
        </span>
        <span className="note line">
          {say(kind === "unknown" ? words.fromUnknown : words.from, { source: sourceText(license, source), count })}{" "}
          {named.map(({ component, name, version }, index) => (
            <span key={`${name} ${version}`}>
              {index > 0 && ", "}
              <Link to={`/inventory/components/${component}?version=${encodeURIComponent(version)}`}>
                <bdi>
                  {name} {version}
                </bdi>
              </Link>
            </span>
          ))}
          {count > named.length && ` ${say(words.andMore, { count: count - named.length })}`}
        </span>
        <span className="note line">{said.join(" · ")}</span>
        {state === "open" && <DutyEvidence duty={duty} />}
      </span>
    </div>
  );
}

/** The clause; where none is known, the licence itself. */
function sourceText(license: string, source: string): string {
  return source.startsWith(license) ? source : license;
}

function ownerText(
  owner: string | undefined,
  ofProduct: string | undefined,
  words: (typeof licencesWords)["en"]["duties"],
  say: Speech["say"],
): string {
  if (owner !== undefined) return say(words.owner, { owner });
  return ofProduct === undefined ? words.noOwner : say(words.productOwner, { owner: ofProduct });
}
