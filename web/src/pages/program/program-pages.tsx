import { programWords } from "@allmend/look/words/portal/program";
import { SubPages } from "../../parts/sub-pages.tsx";
import { useWords } from "../../parts/use-words.ts";

export function ProgramPages() {
  const { pages, section } = useWords(programWords);
  return (
    <SubPages
      label={section}
      of={[
        ["/program", pages.strategy],
        ["/program/map", pages.map],
        ["/program/policies", pages.policies],
        ["/program/ladder", pages.ladder],
        ["/program/models", pages.models],
        ["/program/office", pages.office],
        ["/program/elite", pages.elite],
      ]}
    />
  );
}
