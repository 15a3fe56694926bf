import { communitiesWords } from "@allmend/look/words/portal/communities";
import { SubPages } from "../../parts/sub-pages.tsx";
import { useWords } from "../../parts/use-words.ts";

export function CommunitiesPages() {
  const { pages, section } = useWords(communitiesWords);
  return (
    <SubPages
      label={section}
      of={[
        ["/communities", pages.projects],
        ["/communities/upstreams", pages.upstreams],
        ["/communities/contributions", pages.contributions],
        ["/communities/registers", pages.registers],
      ]}
    />
  );
}
