// Something done to a request: on what one has seen, and told kindly where somebody was quicker.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../../api/client.ts";
import { isHttpFailure } from "../../../api/failure.ts";
import type { paths } from "../../../api/schema.generated.ts";
import { caseQuery } from "./use-case.ts";

type ActPath = Extract<keyof paths, `/api/cases/{id}/${string}`>;

export interface Act {
  readonly path: ActPath;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends one act; `seen` is the version that whoever acts has in front of them. */
export function sendAct(id: string, { path, body }: Act, seen?: number): Promise<{ version: number }> {
  const params = { path: { id }, query: seen === undefined ? {} : { seen } };
  return data(api.POST(path, { params, body: body as never }) as Promise<{ data?: { version: number } }>);
}

export function useAct(id: string, done?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, seen }: { readonly act: Act; readonly seen: number }) => sendAct(id, act, seen),
    async onSuccess() {
      done?.();
      await Promise.all([
        queries.invalidateQueries({ queryKey: caseQuery(id).queryKey }),
        queries.invalidateQueries({ queryKey: ["cases"] }),
      ]);
    },
    async onError(error) {
      if (isHttpFailure(error) && error.status === 409) await queries.invalidateQueries({ queryKey: caseQuery(id).queryKey });
    },
  });
}

/** Who was quicker, where a refusal says so. */
export function firstOf(error: unknown): { readonly by: string; readonly at: string; readonly what: string } | undefined {
  if (!isHttpFailure(error) || error.status !== 409) return undefined;
  const { first } = error.more as { first?: { by?: unknown; at?: unknown; what?: unknown } };
  return first ? { by: String(first.by), at: String(first.at), what: String(first.what) } : undefined;
}
