import { describe, expect, it } from "vitest";
import { load, problemsOf, smallProgram } from "../testing/folders.ts";

async function problems(name: string, content: string): Promise<string[]> {
  const path = `registers/${name}.yaml`;
  return (await problemsOf({ ...smallProgram, [path]: content })).filter((line) => line.startsWith("registers/"));
}

describe("registers", () => {
  it("are read whole; one whose file is not there is absent", async () => {
    const forks = "forks:\n  - { upstream: pkg:npm/left, because: a fix, patches: [{ what: pad, url: 'https://example.org/1' }] }\n";
    const { program } = await load({ ...smallProgram, "registers/forks.yaml": forks });
    expect(program?.registers).toEqual({
      forks: { forks: [{ upstream: "pkg:npm/left", because: "a fix", patches: [{ what: "pad", url: "https://example.org/1" }] }] },
    });
    expect((await load(smallProgram)).program?.registers).toBeUndefined();
  });

  it("say where they are wrong, and what was meant", async () => {
    expect(await problems("catalogue", "components:\n  - { component: left, state: aproved }\n")).toMatchInlineSnapshot(`
      [
        "registers/catalogue.yaml:2:18  error  "components[1].component" is not understood: it does not begin with pkg:. Expected: a package URL such as pkg:npm/lodash, with a version or range after @ where one is meant.  [malformed]",
        "registers/catalogue.yaml:2:31  error  "components[1].state" is "aproved". Expected: known, candidate, approved, hold or avoid. Did you mean "approved"?  [not-one-of]",
      ]
    `);
    expect(await problems("owners", "owners:\n  - { component: pkg:npm/left, owner: nobdy, product: portl }\n")).toMatchInlineSnapshot(`
      [
        "registers/owners.yaml:2:39  error  There is no team, person or executive "nobdy". Expected: ospo, legal, mk or rf.  [unknown-reference]",
        "registers/owners.yaml:2:55  error  There is no product "portl". Expected: portal. Did you mean "portal"?  [unknown-reference]",
      ]
    `);
    expect(
      await problems(
        "agreements",
        "agreements:\n  a: { kind: CLA, direction: outbound, counterparty: x, signed: 2026-02-30, covers: { mails: [a] } }\n",
      ),
    ).toMatchInlineSnapshot(`
      [
        "registers/agreements.yaml:2:14  error  "agreements.a.kind" is "CLA". Expected: ICLA, CCLA or ECLA. Did you mean "ICLA"?  [not-one-of]",
        "registers/agreements.yaml:2:65  error  "agreements.a.signed" is no day of the calendar. Expected: the day of signing as YYYY-MM-DD.  [malformed]",
        "registers/agreements.yaml:2:87  error  There is no key "mails" in "agreements.a.covers". Expected: people, emails, domains, logins or organizations. Did you mean "emails"?  [unknown-key]",
      ]
    `);
    expect(await problems("onwers", "owners: []\n")).toMatchInlineSnapshot(`
      [
        "registers/onwers.yaml:1:1  warning  Nothing is known of a register "onwers". Did you mean "owners"?  [document-unknown]",
      ]
    `);
  });
});
