// Parts of queries that many lists share.
import { z } from "zod";
import type { Page } from "#store";

/** A text that a database can compare with. */
export function word(longest = 300) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "is no text" });
}

export const flag = z.enum(["true", "false"]).transform((text) => text === "true");

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe("Entries a page at most."),
  after: z.string().max(4000).optional().describe("`next` of the page before."),
};

export function pageIn({ limit, after }: { readonly limit: number; readonly after?: string | undefined }): Page {
  return { limit, ...(after === undefined ? {} : { after }) };
}

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().optional().describe("Where the next page begins; absent on the last one.") });
}

/** Query values that are undefined stand for nothing asked. */
export function given<T extends object>(query: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never;
}
