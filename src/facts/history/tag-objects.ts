// Annotated tags: objects of their own, with who tagged when. Read once: an id never means anything else.
import type { RepositoryObjects } from "../git/repository-objects.ts";
import type { Identities } from "./identities.ts";
import { person, readPerson, signatureAt, startsWith } from "./parse-commit.ts";
import { textOfBytes } from "./text.ts";

export interface TagObject {
  /** What it leads to in the end, through tags of tags. */
  readonly target: string;
  readonly targetType: string;
  /** Number of the tagger; -1 where it names none. */
  readonly tagger: number;
  /** Seconds since 1970; NaN where it names no time. */
  readonly time: number;
  readonly zone: number;
  /** `signatureKinds` by number. */
  readonly signature: number;
  /** First line of its message. */
  readonly subject: string;
}

const MAX_CHAIN = 5;
const MAX_SUBJECT = 2000;
const AT_ONCE = 2000;
const TAGGER = Buffer.from("tagger ");
const BEGIN = Buffer.from("\n-----BEGIN ");

/** What these ids are: a tag object, or the type of another object (`commit`, `blob`, `missing` …). Never rejects. */
export async function readTagObjects(
  objects: RepositoryObjects,
  ids: readonly string[],
  identities: Identities,
): Promise<Map<string, TagObject | string>> {
  const result = new Map<string, TagObject | string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const infos = await objects.infos(some);
    await Promise.all(
      some.map(async (id, index) => {
        const type = infos[index]?.type ?? "missing";
        result.set(id, type === "tag" ? ((await readTag(objects, id, identities)) ?? "unreadable") : type);
      }),
    );
  }
  return result;
}

async function readTag(objects: RepositoryObjects, id: string, identities: Identities): Promise<TagObject | undefined> {
  const content = await objects.read(id);
  const tag = content?.type === "tag" ? parseTag(content.bytes, identities) : undefined;
  let target = tag;
  for (let links = 0; target?.targetType === "tag" && links < MAX_CHAIN; links += 1) {
    const next = await objects.read(target.target);
    target = next?.type === "tag" ? parseTag(next.bytes, identities) : undefined;
  }
  return tag && target && { ...tag, target: target.target, targetType: target.targetType };
}

/** Undefined where the bytes are no tag. */
export function parseTag(bytes: Buffer, identities: Identities): TagObject | undefined {
  const blank = bytes.indexOf("\n\n");
  const end = blank < 0 ? bytes.length : blank;
  const headers = bytes.toString("latin1", 0, end);
  const target = /^object ([0-9a-f]{40,64})$/m.exec(headers)?.[1];
  const targetType = /^type (\w+)$/m.exec(headers)?.[1];
  if (target === undefined || targetType === undefined) return undefined;
  let [tagger, time, zone] = [-1, Number.NaN, 0];
  const at = headers.startsWith("tagger ") ? 0 : headers.indexOf("\ntagger ") + 1;
  if (at > 0 && startsWith(bytes, at, TAGGER)) {
    const line = bytes.indexOf(10, at);
    readPerson(bytes, at + TAGGER.length, line < 0 ? end : Math.min(line, end), identities);
    [tagger, time, zone] = [person.identity, person.time, person.zone];
  }
  const begin = bytes.indexOf(BEGIN, end);
  return {
    target,
    targetType,
    tagger,
    time,
    zone,
    signature: begin < 0 ? 0 : signatureAt(bytes, begin + 1),
    subject: subjectOf(bytes, end),
  };
}

function subjectOf(bytes: Buffer, from: number): string {
  let at = from;
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 32)) at += 1;
  const line = bytes.indexOf(10, at);
  return textOfBytes(bytes, at, Math.min(line < 0 ? bytes.length : line, at + MAX_SUBJECT)).trim();
}
