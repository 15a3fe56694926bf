// From what the provider says of somebody to a person of ours with roles.
import { problem } from "../http/problem.ts";
import type { ProviderConfig } from "../config.ts";
import type { RoleGrant } from "../access/caller.ts";

export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly person: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly groups: readonly string[];
}

/** The id that the organisation's documents call somebody by. A name before an `@` alone would not be theirs: the whole address stays. */
export function personIdOf({ person }: Claims): string {
  const id = (person ?? "")
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "")
    .slice(0, 100);
  if (id !== "") return id;
  throw problem(
    403,
    "sign-in-incomplete",
    "The identity provider does not say who you are",
    "An administrator names the claim in server.yaml.",
  );
}

export function rolesFromGroups(groups: readonly string[], { roles }: ProviderConfig): RoleGrant[] {
  return roles
    .filter(({ group }) => groups.includes(group))
    .map(({ role, lane, board, unit }) => ({
      role,
      ...(lane === undefined ? {} : { lane }),
      ...(board === undefined ? {} : { board }),
      ...(unit === undefined ? {} : { unit }),
    }));
}

export function refuseOtherGroups(groups: readonly string[], provider: ProviderConfig): void {
  const only = provider["only-groups"];
  if (only === undefined || only.some((group) => groups.includes(group))) return;
  throw problem(403, "sign-in-not-for-you", "Your account may not use this server", "Ask an administrator for the group.");
}
