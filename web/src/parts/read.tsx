// Something that is read from the server: its outline while it comes, what went wrong, or what was read.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FailureNotice } from "./failure-notice.tsx";
import { Waiting } from "./waiting.tsx";

interface Props<T> {
  /** What it is, with everything that makes it another answer. */
  readonly of: readonly unknown[];
  read(signal: AbortSignal): Promise<T>;
  readonly rows?: number;
  children(data: T): ReactNode;
}

export function Read<T>({ of, read, rows, children }: Props<T>) {
  const query = useQuery({ queryKey: of, queryFn: ({ signal }) => read(signal) });
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  return <Waiting {...(rows === undefined ? {} : { rows })} />;
}
