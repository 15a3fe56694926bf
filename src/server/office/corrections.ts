// What we know better than whoever filled in a request. A field that says otherwise is corrected before anything is judged, and it is said why.
import { type CaseKind, coverageOf, type FieldValues, type Program } from "#program";
import type { AskedResult } from "#scan";
import { type PatchFacts } from "./patch.ts";

export interface Correction {
  readonly field: string;
  readonly value: string | number | boolean;
  readonly because: string;
}

/** Of a use: the licence that a run has seen, and how licenses.yaml says that the component is used. */
export function correctionsOfUse(fields: FieldValues, { components, program }: AskedResult): Correction[] {
  const { component, product, license, modified, linkage } = fields;
  const seen = components.find(({ purl }) => purl === component);
  const stated = program.licenses.uses?.find(
    (use) => use.component === component && (use.product === undefined || use.product === product),
  );
  return [
    ...(seen?.license !== undefined && license !== seen.license
      ? [{ field: "license", value: seen.license, because: `the last run read ${seen.license} (${seen.licenseFrom ?? seen.notion})` }]
      : []),
    ...(stated?.modified !== undefined && modified !== stated.modified
      ? [{ field: "modified", value: stated.modified, because: "licenses.yaml says so" }]
      : []),
    ...(stated?.linkage !== undefined && linkage !== stated.linkage
      ? [{ field: "linkage", value: stated.linkage, because: "licenses.yaml says so" }]
      : []),
  ];
}

export interface Contributor {
  readonly person: string;
  readonly email?: string;
  /** Addresses in the patch, in lower case, of people who left. */
  readonly left?: ReadonlySet<string>;
}

/** Of a contribution: what its patch shows, whose the addresses are, and which agreement covers them. */
export function correctionsOfContribution(
  fields: FieldValues,
  program: Program,
  who: Contributor,
  patch: PatchFacts | undefined,
  now: string,
): Correction[] {
  if (fields["kind"] !== "code") return [];
  const addresses = patch && patch.authors.length > 0 ? patch.authors : who.email === undefined ? [] : [who.email];
  const ours = program.organization.domains.map((domain) => domain.toLowerCase());
  const identity =
    addresses.length === 0 || ours.length === 0 ? undefined : addresses.every((each) => isIn(each, ours)) ? "ours" : "private";
  const corrections: Correction[] = [
    ...(patch ? [{ field: "lines", value: patch.lines, because: "counted in the patch" }] : []),
    ...(patch ? [{ field: "secrets", value: patch.secrets, because: "searched in the patch" }] : []),
    ...(patch?.signedOff === undefined ? [] : [{ field: "signed-off", value: patch.signedOff, because: "read in its commits" }]),
    ...(identity === undefined
      ? []
      : [{ field: "identity", value: identity, because: `the address is ${identity === "ours" ? "one of ours" : "none of ours"}` }]),
    ...agreement(fields, program, who, addresses, now),
  ];
  return corrections.filter(({ field, value }) => fields[field] !== value);
}

function isIn(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return domains.some((each) => domain === each || domain.endsWith(`.${each}`));
}

/** Where a register of agreements is kept, it says who is covered, and by what. */
function agreement(
  fields: FieldValues,
  { registers }: Program,
  { person, left }: Contributor,
  addresses: readonly string[],
  now: string,
): Correction[] {
  const said = fields["agreement"];
  if (!registers?.agreements || (said !== "covered" && said !== "needed")) return [];
  const gone = addresses.find((address) => left?.has(address.toLowerCase()));
  if (gone !== undefined) return [{ field: "agreement", value: "needed", because: `${gone} is the address of somebody who left` }];
  const about = { direction: "outbound" as const, about: String(fields["project"] ?? ""), on: now };
  const found = [undefined, ...addresses]
    .map((email) => coverageOf(registers, { person, login: person, ...(email === undefined ? {} : { email }) }, about))
    .find((each) => each);
  if (found) return [{ field: "agreement", value: "covered", because: `${found.agreement} covers it by ${found.by}: ${found.matched}` }];
  return [{ field: "agreement", value: "needed", because: "no agreement in registers/agreements.yaml covers it" }];
}

/** Only fields that the kind has, with values that it takes. */
export function fitting({ fields }: CaseKind, corrections: readonly Correction[]): Correction[] {
  return corrections.filter(({ field, value }) => {
    const found = fields.find(({ id }) => id === field);
    return found !== undefined && (found.type !== "choice" || Object.hasOwn(found.options, String(value)));
  });
}
