// What answers beside components: cases and their answers, people, our projects, vulnerabilities, licences, registers. A few of each.
import { findLicenseId, licenseIds } from "#kit";
import { frontDoorWords, localText } from "#look";
import { registerListNames } from "#program";
import { type Hit, portalPages } from "#publish";
import { listCases, listPeople, listVulnerabilities } from "#store";
import { onlySeenBy } from "../../routes/cases/acting.ts";
import { seesProducts } from "../../routes/portal/parts.ts";
import { seenEntries } from "../../routes/registers.ts";
import { standingOf } from "../standing.ts";
import type { Looking } from "./question.ts";

const EACH = 5;

export async function casesFor({ deps, caller, asked, lang, program }: Looking): Promise<Hit[]> {
  if (!caller.permissions.has("cases:read") || asked.words.length === 0) return [];
  const find = (words: readonly string[]) =>
    listCases(deps.database.sql, { text: words.join(" "), order: "changed", limit: EACH, ...onlySeenBy(caller) }).then(
      ({ cases }) => cases,
    );
  const all = await find(asked.words);
  // Of a long question the longest words say most.
  const longest = asked.words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const cases = all.length === 0 && asked.words.length > 2 ? await find(longest) : all;
  return cases.map(({ id, title, kind, outcome }) => {
    const of = program.cases?.find((each) => each.kind === kind);
    const word = outcome === "approved" || outcome === "rejected" ? localText(of?.words?.[outcome], lang) : undefined;
    const what = localText(of?.title, lang) ?? kind;
    return {
      kind: "case",
      id,
      label: title,
      detail: word === undefined ? what : `${what}: ${word}`,
      state: outcome === undefined ? "unknown" : outcome === "approved" ? "allow" : "deny",
      address: `/requests/${id}`,
    };
  });
}

export async function peopleFor({ deps, caller, asked, lang }: Looking): Promise<Hit[]> {
  const search = asked.words.join(" ");
  if (!caller.permissions.has("people:read") || search.length < 2 || asked.words.length > 3) return [];
  const people = await listPeople(deps.database.sql, { search, state: "active", limit: 3 });
  return people.map(({ id, name }) => ({
    kind: "person",
    id,
    label: name,
    detail: frontDoorWords[lang].details.person,
    address: `/requests?requester=${encodeURIComponent(id)}`,
  }));
}

export async function repositoriesFor({ deps, caller, asked }: Looking): Promise<Hit[]> {
  if (asked.words.length === 0) return [];
  const [{ result }, { answers, best }] = await Promise.all([standingOf(deps), portalPages()]);
  const sees = seesProducts(caller, result.program);
  const ours = result.repositories.filter(({ kind, products }) => kind !== "sbom" && sees(products));
  return best(ours, ({ id }) => answers(asked.words, id)).map(({ id, facts }) => ({
    kind: "repository",
    id,
    label: id,
    ...(typeof facts["license"] === "string" && facts["license"] !== "" ? { detail: facts["license"] } : {}),
    address: `/communities/project?id=${encodeURIComponent(id)}`,
  }));
}

const VULNERABILITY = /^(?:cve|ghsa|osv|rustsec|pysec|go)-[\w-]{4,}$/;

export async function vulnerabilitiesFor({ deps, caller, asked, lang }: Looking): Promise<Hit[]> {
  const id = asked.words.find((word) => VULNERABILITY.test(word));
  if (id === undefined) return [];
  const { items } = await listVulnerabilities(deps.database.sql, { search: id }, caller.units, { limit: 3 });
  return items.map((one) => ({
    kind: "vulnerability",
    id: one.id,
    label: one.summary === undefined ? one.id : `${one.id}: ${one.summary.slice(0, 120)}`,
    detail: frontDoorWords[lang].details.vulnerability,
    state: "deny",
    address: `/inventory/vulnerabilities?search=${encodeURIComponent(one.id)}`,
  }));
}

export function licensesFor({ asked, lang }: Looking): Hit[] {
  const [word] = asked.words;
  if (word === undefined || asked.words.length > 2) return [];
  const exact = findLicenseId(asked.words.join(" ")) ?? findLicenseId(word);
  const begin = word.length < 2 ? [] : licenseIds("active").filter((id) => id.toLowerCase().startsWith(word));
  return [...new Set([...(exact === undefined ? [] : [exact]), ...begin])].slice(0, 3).map((id) => ({
    kind: "license",
    id,
    label: id,
    detail: frontDoorWords[lang].details.license,
    address: `/inventory/licences/one?license=${encodeURIComponent(id)}`,
  }));
}

/** Pages on which the lists of registers stand. */
const CATALOGUE = new Set(["catalogue", "trusted-sources", "investigations"]);

export async function registersFor({ caller, program, asked }: Looking): Promise<Hit[]> {
  if (!caller.permissions.has("registers:read") || asked.words.length === 0) return [];
  const { answers, best } = await portalPages();
  const entries = registerListNames.flatMap((list) => seenEntries(program, list, caller).map((one) => ({ list, ...one })));
  return best(
    entries,
    ({ id, entry }) => answers(asked.words, id, ...Object.values(entry).filter((value) => typeof value === "string")),
    3,
  ).map(({ list, id, entry }) => ({
    kind: "register",
    id: `${list}:${id}`,
    label: String(entry["title"] ?? entry["organization"] ?? entry["counterparty"] ?? id).slice(0, 200),
    detail: list,
    address: CATALOGUE.has(list) ? `/catalogue?search=${encodeURIComponent(id)}` : `/communities/registers?list=${list}`,
  }));
}
