// Pages of administration that the one who is signed in has.
import "./administration.css";
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMe } from "../../api/me.ts";
import { SubPages } from "../../parts/sub-pages.tsx";
import { useWords } from "../../parts/use-words.ts";

const PAGES = [
  ["people", "", "people:read"],
  ["roles", "/roles", "people:read"],
  ["tokens", "/tokens", "people:manage"],
  ["organization", "/organization", "people:read"],
  ["jobs", "/jobs", "jobs:read"],
  ["sources", "/sources", "results:read"],
  ["program", "/program", "program:read"],
  ["webhooks", "/webhooks", "admin"],
  ["database", "/database", "admin"],
] as const;

export function AdministrationPages() {
  const { pages, section } = useWords(administrationWords);
  const mine = new Set<string>(useMe().data?.permissions);
  const seen = PAGES.filter(([, , permission]) => mine.has(permission));
  return <SubPages label={section} of={seen.map(([id, path]) => [`/administration${path}`, pages[id]] as const)} />;
}
