// What goes along with a release: made here from what is known, and the command that completes it where the packages lie.
import { productsWords } from "@allmend/look/words/portal/products";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ProductData } from "./product.tsx";

const NAMES: Readonly<Record<string, string>> = {
  html: "HTML",
  markdown: "Markdown",
  text: "Text",
  json: "JSON",
  cyclonedx: "CycloneDX 1.6",
  "cyclonedx-1.7": "CycloneDX 1.7",
  spdx: "SPDX",
  openvex: "OpenVEX",
};

export function ProductArtefacts({ product: { id, artefacts } }: { readonly product: ProductData }) {
  const words = useWords(productsWords).product;
  const { say, language } = useSpeech();
  return (
    <section>
      <h2>{words.artefacts}</h2>
      <p className="soft">{words.artefactsWhy}</p>
      <ul className="artefacts">
        {artefacts.map(({ kind, formats, complete }) => (
          <li key={kind}>
            <strong>{words.artefact[kind as keyof typeof words.artefact] ?? kind}</strong>
            <span className="line">
              {formats.map((format) => (
                <a key={format} href={reportAddress(kind, id, format, language)} aria-label={`${kind}: ${NAMES[format] ?? format}`}>
                  {NAMES[format] ?? format}
                </a>
              ))}
            </span>
            {!complete && (
              <details className="note">
                <summary>{words.incomplete}</summary>
                {words.notHere} <code>{say(words.command, { kind, product: id })}</code>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function reportAddress(kind: string, product: string, format: string, lang: string): string {
  return `/api/reports/${kind}?${new URLSearchParams({ product, format, lang, download: "true" })}`;
}
