// Which accounts of forges are ours: organisations of `forges`, and people whose forge's no-reply address stands in affiliations.yaml under us.
import type { Program } from "#program";

type IsOurs = (host: string, accounts: readonly string[], day: string) => boolean;

/** `12345+ada@users.noreply.github.com` (GitHub), `12345-ada@users.noreply.gitlab.com` (GitLab). */
const NO_REPLY = /^(?:\d+[+-])?([^@+]+)@users\.noreply\.([a-z0-9.-]+)$/;

/** Undefined where the program names neither: then nobody can be told to be ours. */
export function ourAccounts({ organization, affiliations }: Program): IsOurs | undefined {
  const owners = new Set(organization.forges.map((forge) => forge.toLowerCase().replace(/^[a-z]+:\/\//, "")));
  const ours = new Set(["us", ...(affiliations?.organizations ?? []).flatMap(({ id, ours: isOurs }) => (isOurs ? [id] : []))]);
  const people = (affiliations?.people ?? []).flatMap(({ addresses, organization: of, from = "", until = "9999" }) =>
    ours.has(of) ? addresses.flatMap((address) => accountOf(address)).map((account) => ({ account, from, until })) : [],
  );
  if (owners.size === 0 && people.length === 0) return undefined;
  return (host, accounts, moment) => {
    const names = accounts.map((account) => `${host}/${account}`.toLowerCase());
    const day = moment.slice(0, 10);
    return (
      names.some((name) => owners.has(name)) || people.some((one) => names.includes(one.account) && day >= one.from && day <= one.until)
    );
  };
}

function accountOf(address: string): string[] {
  const [, name, host] = NO_REPLY.exec(address.toLowerCase()) ?? [];
  return name === undefined || host === undefined ? [] : [`${host}/${name}`];
}
