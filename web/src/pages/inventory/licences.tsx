// Licences in use by what they ask of us, in plain words; and the versions whose texts say something else than what is declared.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { licenceAddress } from "./licence-trust.tsx";
import { LicensedVersions } from "./licensed-versions.tsx";

type Kinds = components["schemas"]["LicenceKinds"];

/** What asks more than to keep a notice is worth a look; what asks of everybody or is not known needs one. */
const MARKS = {
  "public-domain": "allow",
  permissive: "allow",
  weak: "warn",
  strong: "review",
  network: "deny",
  proprietary: "review",
  none: "deny",
  unknown: "unknown",
} as const;
const SHOWN = 12;

export function LicencesPage() {
  const lang = useLanguage();
  const differs = useAddress().of("show") === "differs";
  return (
    <>
      <InventoryPages />
      {differs ? (
        <Differing />
      ) : (
        <Read of={["licences", lang]} read={(signal) => data(api.GET("/api/portal/licences", { signal, params: { query: { lang } } }))}>
          {(kinds) => <Licences of={kinds} />}
        </Read>
      )}
    </>
  );
}

function Licences({ of: { kinds, differs } }: { readonly of: Kinds }) {
  const words = useWords(licencesWords).licences;
  const { say } = useSpeech();
  if (kinds.length === 0)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  const licences = kinds.flatMap((kind) => kind.licenses.filter(({ license }) => license !== undefined)).length;
  const unknown = kinds.find(({ kind }) => kind === "unknown")?.versions ?? 0;
  return (
    <>
      <Answer answer={say(unknown === 0 ? words.answerFine : words.answer, { licences, unknown })} why={words.why} />
      {differs > 0 && (
        <p className="s-review">
          <StateMark state="review" />
          <Link to="/inventory/licences?show=differs">{say(words.differs, { count: differs })}</Link>
        </p>
      )}
      {kinds.map((kind) => (
        <Kind key={kind.kind} of={kind} />
      ))}
    </>
  );
}

function Kind({ of: { kind, text, versions, licenses } }: { readonly of: Kinds["kinds"][number] }) {
  const words = useWords(licencesWords).licences;
  const { say } = useSpeech();
  const items = licenses.map((each) => <Licence key={each.license ?? ""} of={each} />);
  return (
    <section className="inventory-part">
      <h2>
        <StateMark state={MARKS[kind]} />
        {text}
      </h2>
      <p className="note">{say(words.versions, { count: versions })}</p>
      <ul className="kind-list">{items.slice(0, SHOWN)}</ul>
      {items.length > SHOWN && (
        <details>
          <summary>{say(words.more, { count: items.length - SHOWN })}</summary>
          <ul className="kind-list">{items.slice(SHOWN)}</ul>
        </details>
      )}
    </section>
  );
}

function Licence({ of: { license, versions } }: { readonly of: Kinds["kinds"][number]["licenses"][number] }) {
  const words = useWords(licencesWords).licences;
  const { number } = useSpeech();
  return (
    <li>
      <Link to={licenceAddress(license ?? "none")}>
        <bdi>{license === undefined ? words.lookAt : shortened(license)}</bdi>
      </Link>{" "}
      {license !== undefined && <span className="note">{number(versions)}</span>}
    </li>
  );
}

/** An expression of a hundred licences is told by its beginning. */
function shortened(license: string): string {
  return license.length > 90 ? `${license.slice(0, 89)}…` : license;
}

function Differing() {
  const words = useWords(licencesWords).licences;
  return (
    <>
      <Answer answer={words.differsAnswer} why={words.differsWhy}>
        <Link className="button" to="/inventory/licences">
          {words.back}
        </Link>
      </Answer>
      <LicensedVersions query={{ differs: "true" }} empty={<Empty what={words.noDiffers} how={words.noDiffersHow} />} />
    </>
  );
}
