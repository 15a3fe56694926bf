// The report as it will be handed out, and the forms in which it is taken along.
import { reportsPageWords } from "@allmend/look/words/portal/reports";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { reportTexts } from "./report-texts.ts";
import type { Chosen } from "./use-chosen.ts";

/** What a browser shows by itself, in a tab of its own; the rest comes as a file. */
const SHOWN = new Set(["html", "slides", "pdf"]);

export function ReportPreview({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords(reportsPageWords);
  const { say } = useSpeech();
  const { kind } = chosen;
  if (!kind) return null;
  const [title] = reportTexts(words, kind.id);
  const name = (format: string) => (Object.hasOwn(words.formats, format) ? words.formats[format as keyof typeof words.formats] : format);
  return (
    <section className="report-preview">
      <h2>{words.take}</h2>
      <ul className="report-formats">
        {kind.formats.map((format) => (
          <li key={format}>
            <a
              className="button"
              href={chosen.address(format, !SHOWN.has(format))}
              {...(SHOWN.has(format) ? { target: "_blank", rel: "noreferrer" } : { download: true })}
            >
              {name(format)}
            </a>
          </li>
        ))}
      </ul>
      {kind.formats.includes("pdf") && <p className="note">{words.pdfHow}</p>}
      {kind.formats.includes("html") ? (
        <iframe title={say(words.preview, { report: title })} src={chosen.address("html")} />
      ) : (
        <p className="soft">{words.asData}</p>
      )}
    </section>
  );
}
