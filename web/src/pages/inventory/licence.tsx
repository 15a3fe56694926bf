// A licence in plain words: what kind it is, what it asks and when, what else to know, and what of ours stands under it.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { LicensedVersions } from "./licensed-versions.tsx";

type Page = components["schemas"]["LicencePage"];
type Atom = Page["atoms"][number];
type Term = Atom["terms"][number];

export function LicencePage() {
  const license = useAddress().of("license");
  const lang = useLanguage();
  return (
    <>
      <InventoryPages />
      {license === "none" || license === "" ? (
        <Unknown />
      ) : (
        <Read
          of={["licence", license, lang]}
          read={(signal) => data(api.GET("/api/portal/licence", { signal, params: { query: { license, lang } } }))}
        >
          {(page) => <Licence page={page} />}
        </Read>
      )}
    </>
  );
}

function Unknown() {
  const words = useWords(licencesWords);
  return (
    <>
      <Answer answer={words.licence.unknown} why={words.licence.unknownWhy}>
        <Back />
      </Answer>
      <LicensedVersions query={{ license: "none" }} empty={<p className="soft">{words.licence.noVersions}</p>} />
    </>
  );
}

function Back() {
  const words = useWords(licencesWords).licences;
  return (
    <Link className="button" to="/inventory/licences">
      {words.back}
    </Link>
  );
}

function Licence({ page: { license, kindText, atoms, versions } }: { readonly page: Page }) {
  const words = useWords(licencesWords).licence;
  const { say } = useSpeech();
  const short = license.length > 80 ? `${license.slice(0, 79)}…` : license;
  return (
    <>
      <Answer answer={`${short}: ${kindText}`} why={say(words.versions, { versions })}>
        <Back />
      </Answer>
      {atoms.slice(0, 20).map((atom) => (
        <AtomTerms key={atom.id} atom={atom} alone={atoms.length === 1} />
      ))}
      <p className="note">{words.disclaimer}</p>
      <h2>{words.list}</h2>
      <LicensedVersions query={{ license }} empty={<p className="soft">{words.noVersions}</p>} />
    </>
  );
}

function AtomTerms({ atom, alone }: { readonly atom: Atom; readonly alone: boolean }) {
  const words = useWords(licencesWords).licence;
  const { say } = useSpeech();
  const { id, name, kindText, ownKindText, osiApproved, deprecated, terms, properties } = atom;
  const besides = properties.flatMap((property) => words.property[property as keyof typeof words.property] ?? []);
  const handedOver = terms.filter(({ standing }) => !standing);
  return (
    <section>
      <h2>
        <bdi>{alone ? name : `${id}: ${name}`}</bdi>
      </h2>
      <p className="soft">
        {[
          ...(alone ? [] : [kindText]),
          osiApproved ? words.osi : words.notOsi,
          ...(deprecated ? [words.deprecated] : []),
          ...(ownKindText === undefined ? [] : [say(words.own, { kind: ownKindText })]),
        ].join(" ")}
      </p>
      <h3>{words.terms}</h3>
      {handedOver.length === 0 ? <p>{words.noTerms}</p> : <Terms of={handedOver} />}
      {(besides.length > 0 || handedOver.length < terms.length) && (
        <>
          <h3>{words.besides}</h3>
          <ul>
            {besides.map((text) => (
              <li key={text}>{text}</li>
            ))}
            {terms
              .filter(({ standing }) => standing)
              .map(({ kind, text, source }) => (
                <li key={kind}>
                  {text} <span className="note">({source})</span>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Terms({ of }: { readonly of: readonly Term[] }) {
  const words = useWords(licencesWords).licence;
  const { say, share } = useSpeech();
  return [...Map.groupBy(of, ({ trigger }) => trigger)].map(([trigger, terms]) => (
    <div key={trigger} className="inventory-part">
      <h4>{words.when[trigger]}</h4>
      <ul className="quiet-list">
        {terms.map(({ kind, text, source, confidence }) => (
          <li key={kind}>
            {text} <span className="note">({say(words.source, { source, share: share(confidence) })})</span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
