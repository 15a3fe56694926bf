// What the marks on the bands mean.
import { deliveryPageWords } from "@allmend/look/words/portal/delivery";
import type { ReactNode } from "react";
import { useWords } from "../../parts/use-words.ts";

export function Legend() {
  const words = useWords(deliveryPageWords).legend;
  return (
    <ul className="band-legend note">
      <Sign text={words.mark}>
        <circle className="mark" cx="9" cy="9" r="5" />
      </Sign>
      <Sign text={words.hollow}>
        <circle className="mark hollow" cx="9" cy="9" r="5" />
      </Sign>
      <Sign text={words.said}>
        <circle className="said" cx="9" cy="9" r="7" />
      </Sign>
      <Sign text={words.spread}>
        <path className="spread-line" d="M2 4v10M16 4v10M2 9h14" />
      </Sign>
    </ul>
  );
}

function Sign({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg className="bands sign" viewBox="0 0 18 18" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
