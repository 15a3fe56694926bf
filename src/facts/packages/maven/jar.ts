// What a jar holds of licences: texts and notices under META-INF and at its top, and the licence in its OSGi manifest, for where the POM names none.
import { decodeText } from "../../text.ts";
import { readZip } from "../archives/zip.ts";
import type { Place } from "../place.ts";
import { joinNames } from "../shared/join.ts";
import { isNotice, isOwnLicense } from "../texts.ts";
import type { Description } from "../types.ts";

/** Larger jars hold whole applications. */
const LARGEST_JAR = 64_000_000;
const MANIFEST = "META-INF/MANIFEST.MF";

export interface Jar {
  readonly declared?: string;
  readonly path?: string;
  readonly texts: Description["texts"];
  readonly notices: NonNullable<Description["notices"]>;
}

export function readJar(place: Place, jar: string | undefined): Jar {
  const bytes = jar === undefined ? undefined : place.bytes(jar, LARGEST_JAR);
  if (jar === undefined || !bytes) return { texts: [], notices: [] };
  const files = [...readZip(bytes, isOfInterest)];
  const manifest = files.find(({ name }) => name === MANIFEST);
  const declared = manifest && bundleLicense(decodeText(manifest.content));
  const those = (wanted: (file: string) => boolean) =>
    files.filter(({ name }) => wanted(fileOf(name))).map(({ name, content }) => ({ path: `${jar}!/${name}`, bytes: content }));
  const found = { texts: those(isOwnLicense), notices: those(isNotice) };
  return declared === undefined ? found : { declared, path: `${jar}!/${MANIFEST}`, ...found };
}

function isOfInterest(name: string): boolean {
  if (name === MANIFEST) return true;
  const parts = name.split("/");
  const file = fileOf(name);
  const near = parts.length === 1 || (parts[0] === "META-INF" && parts.length <= 3 && !/\.(?:SF|RSA|DSA|MF)$/i.test(file));
  return near && (isOwnLicense(file) || isNotice(file));
}

function fileOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** `Bundle-License: https://…;description="…", …`: all that are named, since OSGi does not say that they are a choice. Lines are folded after 72 bytes. */
export function bundleLicense(manifest: string): string | undefined {
  const header = /^Bundle-License:\s*(.{1,2000})$/m.exec(manifest.slice(0, 200_000).replace(/\r?\n /g, ""))?.[1];
  const names = header?.replace(/"[^"]*"/g, (quoted) => quoted.replaceAll(",", " ")).split(",") ?? [];
  return joinNames(
    names.map((name) => name.split(";")[0]?.trim()).filter((name) => name !== "<<EXTERNAL>>"),
    "AND",
  );
}
