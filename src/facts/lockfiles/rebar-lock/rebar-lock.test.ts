import { describe, expect, it } from "vitest";
import { staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { rebarLock } from "./rebar-lock.ts";

const LOCK = `{"1.2.0",
[{<<"certifi">>,{pkg,<<"certifi">>,<<"2.9.0">>},0},
 {<<"renamed">>,{pkg,<<"on_hex">>,<<"1.0.0">>},1},
 {<<"forked">>,
  {git,"https://user:pw@example.com/forked.git",
       {ref,"0123456789abcdef0123456789abcdef01234567"}},
  0},
 {<<"sub">>,{git_subdir,"https://example.com/mono.git",{ref,"0123456789abcdef0123456789abcdef01234567"},"apps/sub"},1}]}.
[
{pkg_hash,[
 {<<"certifi">>, <<"AA">>},
 {<<"renamed">>, <<"CC">>}]},
{pkg_hash_ext,[
 {<<"certifi">>, <<"BB">>}]}
].
`;

describe("rebar.lock", () => {
  it("lists locks with levels, hashes and sources", async () => {
    const { packages } = await readWith(rebarLock, "rebar.lock", { "rebar.lock": LOCK });
    expect(packages.map(({ key, name, version, direct, integrity, line }) => [key, name, version, direct, integrity, line])).toEqual([
      ["certifi", "certifi", "2.9.0", true, "BB", 2],
      ["renamed", "on_hex", "1.0.0", false, "CC", 3],
      ["forked", "forked", "", true, undefined, 4],
      ["sub", "sub", "", false, undefined, 8],
    ]);
    expect(packages[2]?.source).toEqual({
      kind: "git",
      address: "https://example.com/forked.git",
      commit: "0123456789abcdef0123456789abcdef01234567",
    });
  });

  it("reads the oldest form and an empty one", async () => {
    const old = '[{<<"a">>,{pkg,<<"a">>,<<"1.0">>},0}].\n';
    expect((await readWith(rebarLock, "rebar.lock", { "rebar.lock": old })).packages).toMatchObject([{ name: "a", version: "1.0" }]);
    expect((await readWith(rebarLock, "rebar.lock", { "rebar.lock": "[].\n" })).packages).toEqual([]);
  });

  it.each([
    ["", 1],
    ['[{<<"a">>,\n{pkg,', 2],
    ["[] []", 1],
    ["hello world", 1],
  ])("refuses %j with the line", async (text, line) => {
    await expect(readWith(rebarLock, "rebar.lock", { "rebar.lock": text })).rejects.toMatchObject({ name: "Unreadable", line });
  });

  it("stays calm over damaged files", () => staysCalm(rebarLock, "rebar.lock", { "rebar.lock": LOCK }));
});
