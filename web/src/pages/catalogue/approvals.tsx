// Uses that were approved one by one, whom we trust, and what was looked for before.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { caseAddress } from "../../api/request-address.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { purlName } from "../inventory/purl-name.ts";
import type { Catalogue } from "./use-catalogue.ts";

const SHOWN = 30;

export function Approvals({ of, search }: { readonly of: Catalogue["approvals"]; readonly search: string }) {
  const words = useWords(catalogueWords);
  const found = of.filter(({ component }) => component.toLowerCase().includes(search.toLowerCase()));
  return (
    <section>
      <h2>{words.approvals}</h2>
      <p className="soft">{of.length === 0 ? words.noApprovals : words.approvalsWhy}</p>
      <ul className="quiet-list">
        {found.slice(0, SHOWN).map((approval) => (
          <Approval key={`${approval.id} ${approval.component} ${approval.product ?? ""}`} of={approval} />
        ))}
      </ul>
      {found.length > SHOWN && <p className="note">+ {found.length - SHOWN}</p>}
    </section>
  );
}

function Approval({ of: { id, component, at, product, conditions } }: { readonly of: Catalogue["approvals"][number] }) {
  const words = useWords(catalogueWords);
  const { say, date } = useSpeech();
  const names = useNames();
  const isCase = /^[a-z0-9][a-z0-9-]*-\d+$/.test(id);
  return (
    <li>
      <StateMark state="allow" />
      <bdi>{purlName(component)}</bdi>{" "}
      <span className="note">
        {say(product === undefined ? words.approvalAll : words.approvalFor, {
          product: product === undefined ? "" : names.product(product),
          date: date(at),
        })}
        {conditions.length > 0 && ` · ${say(words.conditions, { conditions: conditions.join("; ") })}`}{" "}
        {isCase && <Link to={caseAddress(id)}>{id}</Link>}
      </span>
    </li>
  );
}

export function Trusted({ of: { trusted, investigations } }: { readonly of: Catalogue }) {
  const words = useWords(catalogueWords);
  const { say, date } = useSpeech();
  const names = useNames();
  return (
    <>
      <section>
        <h2>{words.trusted}</h2>
        <p className="soft">{trusted.length === 0 ? words.noTrusted : words.trustedWhy}</p>
        <ul className="quiet-list">
          {trusted.map(({ name, kind, because, owner, reviewed }) => (
            <li key={name}>
              <StateMark state="allow" />
              <bdi>{name}</bdi>{" "}
              <span className="note">
                {[words.trustedKind[kind], because, owner && names.owner(owner), reviewed && say(words.reviewed, { date: date(reviewed) })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {investigations.length > 0 && (
        <section>
          <h2>{words.investigations}</h2>
          {investigations.map(({ product, on, result }) => (
            <p key={`${product} ${on}`}>
              {result}{" "}
              <span className="note">
                <bdi>{names.product(product)}</bdi> · {date(on)}
              </span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}
