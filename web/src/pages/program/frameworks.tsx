// Standards and models of maturity: how much of each is met.
import { programWords } from "@allmend/look/words/portal/program";
import { Link } from "react-router";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { OfficeData } from "./responsibility.tsx";

export function Frameworks({ of }: { readonly of: OfficeData["frameworks"] }) {
  const words = useWords(programWords).office;
  const { say, date } = useSpeech();
  return (
    <ul className="share-list">
      {of.map(({ id, title, version, met, partly, open, affirmed }) => {
        const all = met + partly + open;
        return (
          <li key={id}>
            <span>
              <strong>{title}</strong> <span className="note">{version}</span>
            </span>
            <span className="note">
              {[
                say(words.met, { met, all }),
                say(words.partly, { count: partly }),
                say(words.open, { count: open }),
                ...(affirmed ? [say(affirmed.holds ? words.affirmed : words.ranOut, { date: date(affirmed.until ?? affirmed.at) })] : []),
              ].join(" · ")}{" "}
              <Link to={`/reports?report=conformance&framework=${id}`}>{words.toReport}</Link>
            </span>
            <svg className="share-bar" viewBox={`0 0 ${Math.max(1, all)} 6`} preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width={all} height="6" />
              <rect className="value" width={met} height="6" />
              <rect className="part" x={met} width={partly} height="6" />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
