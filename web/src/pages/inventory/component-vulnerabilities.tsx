// What is known against the versions that we use: what is being attacked first.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { licencesWords } from "@allmend/look/words/portal/licences";
import { vulnerabilityWords, wordFor } from "@allmend/look";
import { Link } from "react-router";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ComponentData } from "./component.tsx";

export function ComponentVulnerabilities({ of }: { readonly of: ComponentData["vulnerabilities"] }) {
  const words = useWords(inventoryWords).component;
  const attacked = useWords(licencesWords).vulnerabilities.attacked;
  const { say, language } = useSpeech();
  return (
    <section>
      <h2>{words.vulnerabilities}</h2>
      {of.length === 0 && <p className="soft">{words.noVulnerabilities}</p>}
      <ul className="quiet-list">
        {of.slice(0, 20).map(({ id, severity, summary, exploited, versions }) => (
          <li key={id}>
            <StateMark state={exploited || severity === "critical" ? "deny" : "review"} />
            <Link to={`/inventory/vulnerabilities?search=${encodeURIComponent(id)}`}>{id}</Link>{" "}
            <span className="note">
              {[wordFor(vulnerabilityWords(language).severity, severity), ...(exploited ? [attacked] : [])].join(", ")}
            </span>
            {summary !== undefined && <span className="note line clamped">{summary}</span>}
            {versions.map(({ version, fixed, open }) => (
              <span key={version} className="line">
                {say(open ? (fixed === undefined ? words.affected : words.fixedIn) : words.aside, { version, fixed: fixed ?? "" })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
