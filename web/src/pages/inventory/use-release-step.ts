// Puts a step of a release on record; files that come with it are looked at first.
import { releasesWords } from "@allmend/look/words/portal/releases";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, asItIs, data } from "../../api/client.ts";
import { isHttpFailure } from "../../api/failure.ts";
import type { components } from "../../api/schema.generated.ts";
import { useWords } from "../../parts/use-words.ts";

type ReleaseFile = components["schemas"]["ReleaseFile"];
export type FileKind = ReleaseFile["kind"];

export interface Said {
  readonly version: string;
  readonly to: components["schemas"]["ProductPage"]["releases"][number]["state"];
  readonly because?: string;
  readonly archive?: string;
  readonly files?: Partial<Record<FileKind, File>>;
}

export function useReleaseStep(product: string, done: () => void) {
  const words = useWords(releasesWords);
  const queries = useQueryClient();
  const said = useMutation({
    async mutationFn({ version, files = {}, ...step }: Said) {
      const artifacts: ReleaseFile[] = [];
      for (const [kind, file] of Object.entries(files) as [FileKind, File][]) artifacts.push(await lookAt(kind, file));
      const brought = artifacts.length === 0 ? {} : { artifacts };
      const body = { kind: "release" as const, id: version, subject: `product:${product}`, data: { ...step, ...brought } };
      return data(api.POST("/api/records", { body }));
    },
    async onSuccess() {
      done();
      await queries.invalidateQueries({ queryKey: ["product-page"] });
    },
  });
  return { ...said, error: inWords(said.error, { ...words.against, ...words.refused }) };
}

async function lookAt(kind: FileKind, file: File): Promise<ReleaseFile> {
  const query = { kind, file: file.name };
  const seen = await data(api.POST("/api/portal/release-files", { params: { query }, body: file, bodySerializer: asItIs } as never));
  return seen as unknown as ReleaseFile;
}

/** A step that was not taken, in the reader's words. */
function inWords(error: unknown, words: Readonly<Record<string, string>>): unknown {
  if (!isHttpFailure(error) || error.code !== "release-not-taken") return error;
  // Counted reasons are said with their count on the page, which is read again.
  const detail = words[String(error.more["reason"])];
  return detail === undefined || detail.includes("{") ? error : { ...error, detail };
}
