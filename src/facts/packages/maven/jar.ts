// Licence texts inside a jar: under META-INF, where Maven's and Gradle's plugins put them, and at its top.
import type { Place } from "../place.ts";
import { readZip } from "../archives/zip.ts";
import { isOwnLicense } from "../texts.ts";
import type { Description } from "../types.ts";

/** Larger jars hold whole applications. */
const LARGEST_JAR = 64_000_000;

export function* jarTexts(place: Place, jar: string | undefined): Description["texts"] {
  const bytes = jar === undefined ? undefined : place.bytes(jar, LARGEST_JAR);
  if (jar === undefined || !bytes) return;
  for (const { name, content } of readZip(bytes, isTextOfJar)) yield { path: `${jar}!/${name}`, bytes: content };
}

function isTextOfJar(name: string): boolean {
  const parts = name.split("/");
  const file = parts.at(-1) ?? "";
  const near = parts.length === 1 || (parts[0] === "META-INF" && parts.length <= 3 && !/\.(?:SF|RSA|DSA|MF)$/i.test(file));
  return near && isOwnLicense(file);
}
