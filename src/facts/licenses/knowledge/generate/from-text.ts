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
    /prominent(?:ly)? notices? stating|plainly marked as|cause the modified files to carry|must (?:clearly )?(?:document|indicate|mark|state) .{0,40}(?:changes|modif)|indicate (?:if|that) (?:changes|you|modif)|marked as such|a prominent notice in the modified|statement that You have modified/i,
  ],
  [
    "acknowledgment",
    /(?:end-user|user) documentation included with the redistribution|must (?:include|display) the following acknowledg|redistributions? of any form .{0,60}acknowledg|acknowledg\w* (?:in|to) .{0,40}(?:is|are) required/i,
  ],
];

export function propertiesFromText(text: string): LicenseProperty[] {
  const line = text.replace(/\s+/g, " ");
  return wordings.filter(([, wording]) => wording.test(line)).map(([property]) => property);
}
