import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { findRepositories } from "../git/discover.ts";
import { makeRepository, temporaryFolder } from "../testing/git-fixtures.ts";
import { readTagRefs } from "./tag-refs.ts";

const id = (digit: string) => digit.repeat(40);

async function refsOf(packed: string, loose: Readonly<Record<string, string>>, most?: number) {
  const root = temporaryFolder();
  const git = join(makeRepository(join(root, "web")), ".git");
  writeFileSync(join(git, "packed-refs"), packed);
  for (const [name, text] of Object.entries(loose)) {
    mkdirSync(dirname(join(git, "refs", "tags", name)), { recursive: true });
    writeFileSync(join(git, "refs", "tags", name), text);
  }
  const outside = join(temporaryFolder(), "outside");
  writeFileSync(outside, `${id("f")}\n`);
  symlinkSync(outside, join(git, "refs", "tags", "outside"));
  symlinkSync("b", join(git, "refs", "tags", "linked"));
  const [found] = (await findRepositories(root)).repositories;
  if (!found) throw new Error("not found");
  return readTagRefs(found, most);
}

it("reads packed and loose tags, each once and in order, whoever wrote them", async () => {
  const packed = [
    "# pack-refs with: peeled fully-peeled ",
    `${id("1")} refs/tags/z`,
    `^${id("2")}`,
    `${id("3")} refs/tags/a`,
    `${id("3")} refs/tags/c`,
    `${id("4")} refs/tags/a`,
    `${id("5")} refs/tags/b`,
    `${id("6")} refs/heads/main`,
    `${id("7")} refs/replace/${id("8")}`,
    "no line of such a file",
  ];
  const { refs, replaced, incomplete } = await refsOf(packed.join("\n"), { b: `${id("9")}\n`, "dir/x": `${id("a")}\n`, bad: "ref: x\n" });
  expect(refs).toEqual([
    { name: "a", id: id("3"), direct: true },
    { name: "b", id: id("9") },
    { name: "c", id: id("3"), direct: true },
    { name: "dir/x", id: id("a") },
    { name: "linked", id: id("9") },
    { name: "z", id: id("1") },
  ]);
  expect(replaced).toEqual([id("8")]);
  expect(incomplete).toBeUndefined();
});

it("stops at a number that nobody reaches who means no harm, and says so", async () => {
  const packed = ["a", "b", "c", "d"].map((name) => `${id("1")} refs/tags/${name}\n`).join("");
  expect((await refsOf(packed, {}, 4)).incomplete).toBeUndefined();
  const { refs, incomplete } = await refsOf(packed, {}, 3);
  expect(refs.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(incomplete).toBe("there are more than 3");
});
