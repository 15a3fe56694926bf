// Which profiles of a POM apply when somebody just builds it (https://maven.apache.org/guides/introduction/introduction-to-profiles.html).
import type { RawActivation, RawPom, RawProfile } from "./raw-pom.ts";

/** The Java that a build is taken to run on: `jdk` activations are answered for it. */
const ASSUMED_JAVA = 21;

/** Whether a file exists, seen from the folder of the POM. */
export type FileTest = (path: string) => boolean;

/**
 * The profiles that apply without any choice on the command line. Conditions on the operating system do not hold: what they bring differs from
 * machine to machine.
 */
export function activeProfiles(pom: RawPom, exists: FileTest): readonly RawProfile[] {
  const triggered = pom.profiles.filter((profile) => profile.activation && isTriggered(profile.activation, exists));
  return triggered.length > 0 ? triggered : pom.profiles.filter((profile) => profile.activation?.activeByDefault);
}

/** All conditions that are given must hold, and there must be one. */
function isTriggered(activation: RawActivation, exists: FileTest): boolean {
  const answers: boolean[] = [];
  if (activation.os) answers.push(false);
  if (activation.jdk !== undefined) answers.push(matchesJava(activation.jdk));
  if (activation.property) answers.push(propertyHolds(activation.property));
  if (activation.fileExists !== undefined) answers.push(exists(activation.fileExists));
  if (activation.fileMissing !== undefined) answers.push(!activation.fileMissing.includes("${") && !exists(activation.fileMissing));
  return answers.length > 0 && answers.every(Boolean);
}

/** No property is given: only conditions on an absent one hold. */
function propertyHolds(property: NonNullable<RawActivation["property"]>): boolean {
  return property.value === undefined ? property.name.startsWith("!") : property.value.startsWith("!");
}

function matchesJava(condition: string): boolean {
  if (condition.startsWith("!")) return !matchesJava(condition.slice(1));
  if (!/^[[(]/.test(condition)) return javaRelease(condition) === ASSUMED_JAVA;
  const [low = "", high = ""] = condition.replace(/[[\]()]/g, "").split(",");
  const from = low.trim() === "" ? 0 : javaRelease(low);
  const to = high.trim() === "" ? Number.POSITIVE_INFINITY : javaRelease(high);
  const aboveLow = condition.startsWith("[") ? from <= ASSUMED_JAVA : from < ASSUMED_JAVA;
  const belowHigh = condition.endsWith("]") && condition.includes(",") && high.trim() !== "" ? ASSUMED_JAVA <= to : ASSUMED_JAVA < to;
  return aboveLow && (condition.includes(",") ? belowHigh : from === ASSUMED_JAVA);
}

/** `1.8` is 8, `11.0.2` is 11. */
function javaRelease(version: string): number {
  const parts = version.trim().split(/[._-]/).map(Number);
  return (parts[0] === 1 ? parts[1] : parts[0]) ?? Number.NaN;
}
