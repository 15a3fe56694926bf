// Tags as readers see them, from the refs and what is known of the objects that they name.
import { textOfName } from "../git/names.ts";
import type { CommitTable } from "./commit-table.ts";
import type { IdIndex } from "./id-index.ts";
import type { TagObject } from "./tag-objects.ts";
import type { TagRef } from "./tag-refs.ts";
import type { Tag } from "./types.ts";

/** Names of letters that are the same in every encoding. */
const PLAIN = /^[\x20-\x7e]*$/;

export function tagsOf(
  refs: readonly TagRef[],
  objects: ReadonlyMap<string, TagObject | string>,
  commits: CommitTable,
  index: IdIndex,
  width: number,
): Tag[] {
  const bytes = Buffer.alloc(width);
  const rowOf = (id: string): number => (id.length === width * 2 && bytes.write(id, "hex") === width ? index.find(bytes, 0) : -1);
  return refs.map((ref) => {
    const name = PLAIN.test(ref.name) ? ref.name : textOfName(Buffer.from(ref.name, "latin1"));
    const object = objects.get(ref.id);
    if (typeof object === "object") {
      const { time, tagger, signature, subject } = object;
      return {
        name,
        annotated: true,
        commit: object.targetType === "commit" ? rowOf(object.target) : -1,
        time,
        tagger,
        signature,
        subject,
      };
    }
    const commit = object === undefined ? rowOf(ref.id) : -1;
    const time = commit < 0 ? Number.NaN : (commits.committerTime[commit] as number);
    return { name, annotated: false, commit, time, tagger: -1, signature: 0, subject: "" };
  });
}
