// Properties that licence texts state in standard words.
import type { LicenseProperty } from "../properties.ts";

const wordings: readonly (readonly [LicenseProperty, RegExp])[] = [
  ["advertising", /advertising materials? mentioning|all advertising .{0,60}acknowledg/i],
  [
    "no-endorsement",
    /endorse or promote|to (?:endorse|promote) products|in advertising or (?:otherwise|publicity)|advertising or publicity pertaining|suggest(?:s|ing)? .{0,20}endors/i,
  ],
  [
    "change-notes",
    /prominent(?:ly)? notices? stating|plainly marked as|cause the modified files to carry|must (?:clearly )?(?:document|indicate|mark|state) .{0,40}(?:changes|modif)|indicate (?:if|that) (?:changes|you|modif)|must be [\w ]{0,30}marked as such|a prominent notice in the modified|statement that You have modified|inform recipients that You have modified|document how it differs|prominent notices detailing the nature of the changes/i,
  ],
  [
    "acknowledgment",
    /(?:end-user|user) documentation included with the redistribution|must (?:include|display) the following acknowledg|redistributions? of any form .{0,60}acknowledg|acknowledg\w* (?:in|to) .{0,40}(?:is|are) required/i,
  ],
  [
    "trademark",
    /trademark rights are not licensed under|does not (?:grant you the right to use|cover) any trademarks?|no licen[cs]e is granted to the trademarks?/i,
  ],
];

export function propertiesFromText(text: string): LicenseProperty[] {
  const line = text.replace(/\s+/g, " ");
  return wordings.filter(([, wording]) => wording.test(line)).map(([property]) => property);
}
