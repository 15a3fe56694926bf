import { requestsWords } from "@allmend/look/words/portal/requests";
import { useMay } from "../../api/me.ts";
import { SubPages } from "../../parts/sub-pages.tsx";
import { useWords } from "../../parts/use-words.ts";

export function RequestsPages() {
  const { pages, section } = useWords(requestsWords);
  const decides = useMay("cases:decide");
  return (
    <SubPages
      label={section}
      of={[["/requests", pages.all], ...(decides ? ([["/requests/desk", pages.desk]] as const) : []), ["/requests/boards", pages.boards]]}
    />
  );
}
