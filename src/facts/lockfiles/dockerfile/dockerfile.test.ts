import { describe, expect, it } from "vitest";
import { imageOf } from "../shared/image.ts";
import { substitute } from "../shared/substitute.ts";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { dockerfile } from "./dockerfile.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

async function read(text: string, path = "Dockerfile") {
  return readWith(dockerfile, path, { [path]: text });
}

describe("a Dockerfile", () => {
  it("gives the images of its stages: shipped is what the last one starts from", async () => {
    const { packages } = await read(`# syntax=docker/dockerfile:1
ARG NODE=20
ARG BASE="debian:12"
FROM --platform=$BUILDPLATFORM node:\${NODE}-alpine AS build
RUN echo FROM nothing
COPY --from=ghcr.io/astral-sh/uv:0.10 /uv /bin/
FROM $BASE as Base
FROM scratch AS empty
from base
COPY --from=build /app /app
COPY --from=0 /x /x
RUN --mount=type=bind,from=busybox:1,source=/bin cp x y
`);
    expect(packages.map((entry) => [entry.key, entry.scope, entry.line])).toEqual([
      ["node:20-alpine", "development", 4],
      ["ghcr.io/astral-sh/uv:0.10", "development", 6],
      ["debian:12", "production", 7],
      ["busybox:1", "production", 12],
    ]);
    expect(packages[1]).toMatchObject({ namespace: "astral-sh", name: "uv", qualifiers: { repository_url: "ghcr.io" } });
  });

  it("pins by digest only, and keeps the platform", async () => {
    const { packages } = await read(`FROM --platform=linux/arm64 alpine:3.19@${DIGEST}\nFROM alpine@${DIGEST}\nFROM alpine\n`);
    expect(packages.map(({ version, range, integrity, qualifiers }) => ({ version, range, integrity, qualifiers }))).toEqual([
      { version: "3.19", range: undefined, integrity: DIGEST, qualifiers: { platform: "linux/arm64" } },
      { version: DIGEST, range: undefined, integrity: DIGEST, qualifiers: undefined },
      { version: "", range: "latest", integrity: undefined, qualifiers: undefined },
    ]);
  });

  it("joins continued lines, skips comments and here-documents, and knows both escapes", async () => {
    const { packages } = await read(`RUN <<EOF
FROM not:this
EOF
FROM \\
  # between
  alpine:3 \\

  AS x
`);
    expect(packages.map((entry) => [entry.key, entry.line])).toEqual([["alpine:3", 4]]);
    expect((await read("# escape=`\nFROM `\n  nano:1\nRUN dir c:\\\nFROM nano:2\n")).packages.map((entry) => entry.key)).toEqual([
      "nano:1",
      "nano:2",
    ]);
  });

  it("knows an image whose tag depends on the build, and tells of one that is not known at all", async () => {
    const { packages, problems } = await read("ARG VERSION\nFROM node:$VERSION\nFROM ${IMAGE}\nFROM ${BASE:-alpine:3}\n");
    expect(packages.map(({ name, version, range }) => [name, version, range])).toEqual([
      ["node", "", "$VERSION"],
      ["alpine", "3", "3"],
    ]);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  it("is refused without FROM", async () => {
    await expect(read("hello world")).rejects.toBeInstanceOf(Unreadable);
    expect((await read("")).packages).toEqual([]);
  });

  it("goes by its names", () => {
    expect(
      ["Dockerfile", "a/Containerfile", "Dockerfile.web", "web.Dockerfile", "web.dockerfile", "Dockerfile-dev"].every(dockerfile.matches),
    ).toBe(true);
    expect(
      ["Dockerfile.md", "Dockerfile.dockerignore", "Dockerfile.j2", "dockerfile.ts", "mydockerfiles/x", "docker-compose.yml"].some(
        dockerfile.matches,
      ),
    ).toBe(false);
  });

  it("with many unclosed here-documents is read in time", async () => {
    const text = `FROM a:1\n${Array.from({ length: 20_000 }, (_, index) => `RUN cat <<EOF${index}`).join("\n")}`;
    const started = cpuTime();
    await read(text);
    expect(cpuTime() - started).toBeLessThan(2_000);
  });
});

describe("image references", () => {
  it.each([
    ["node", "node", undefined, undefined],
    ["library/node:20", "node", undefined, undefined],
    ["docker.io/library/node:20", "node", undefined, undefined],
    ["docker.io/bitnami/redis:7", "redis", "bitnami", undefined],
    ["localhost:5000/a/b:1", "b", "a", "localhost:5000"],
    ["mcr.microsoft.com/dotnet/sdk:8.0", "sdk", "dotnet", "mcr.microsoft.com"],
  ])("%s", (reference, name, namespace, registry) => {
    const image = imageOf(reference);
    expect([image?.name, image?.namespace, image?.qualifiers?.["repository_url"]]).toEqual([name, namespace, registry]);
  });

  it.each(["", ":", "a:", "a@", "a b", "/a", "a//b", "${x}", "x".repeat(2_000)])("%s is none", (reference) =>
    expect(imageOf(reference)).toBeUndefined(),
  );
});

describe("substitution", () => {
  const lookup = (name: string): string | undefined => ({ A: "1", EMPTY: "" })[name];
  it.each([
    ["$A", "1"],
    ["x${A}y", "x1y"],
    ["${B:-2}", "2"],
    ["${EMPTY:-2}", "2"],
    ["${EMPTY-2}", ""],
    ["${A:+yes}${B:+no}", "yes"],
    ["${B:-${A}}", "1"],
    ["$$A", "$A"],
    ["$B", undefined],
    ["${B:?message}", undefined],
    ["${A:?message}", "1"],
    ["${A", undefined],
    ["$", undefined],
  ])("%s", (text, wanted) => expect(substitute(text, lookup)).toBe(wanted));
});
