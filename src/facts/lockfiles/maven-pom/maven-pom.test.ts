import { describe, expect, it } from "vitest";
import { contextOver } from "../testing/reading.ts";
import { type LockedPackage, type Reading, Unreadable } from "../types.ts";
import { mavenPom } from "./maven-pom.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

function project(inner: string, coordinates = "<groupId>org.example</groupId><artifactId>app</artifactId><version>1.0</version>"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n${coordinates}\n${inner}\n</project>\n`;
}

function dependency(name: string, inner = ""): string {
  const [groupId, artifactId, version] = name.split(":");
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${version ? `<version>${version}</version>` : ""}${inner}</dependency>\n`;
}

const dependencies = (...all: string[]): string => `<dependencies>\n${all.join("")}</dependencies>`;
const managed = (...all: string[]): string => `<dependencyManagement>${dependencies(...all)}</dependencyManagement>`;
const parent = (name: string, relativePath?: string): string => {
  const [groupId, artifactId, version] = name.split(":");
  const path = relativePath === undefined ? "" : relativePath === "" ? "<relativePath/>" : `<relativePath>${relativePath}</relativePath>`;
  return `<parent><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>${path}</parent>`;
};
const properties = (values: Record<string, string>): string =>
  `<properties>${Object.entries(values)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("")}</properties>`;

async function read(texts: Record<string, string>, path = "pom.xml", cache?: Record<string, string>): Promise<Reading> {
  return mavenPom.read({ path, text: texts[path] ?? "" }, contextOver(texts, cache));
}

function shown(reading: Reading): string[] {
  return reading.packages.map(
    (entry) => `${entry.namespace}:${entry.name}:${entry.version}${entry.scope === "production" ? "" : ` ${entry.scope}`}`,
  );
}

function only(reading: Reading): LockedPackage {
  expect(reading.packages).toHaveLength(1);
  return reading.packages[0] as LockedPackage;
}

describe("a POM by itself", () => {
  it("gives dependencies with scope, line and qualifiers", async () => {
    const text = project(
      dependencies(
        dependency("g:compiled:1"),
        dependency("g:tested:2", "<scope>test</scope>"),
        dependency("g:given:3", "<scope>provided</scope>"),
        dependency("g:extra:4", "<optional>true</optional>"),
        dependency("g:native:5", "<classifier>linux-x86_64</classifier><type>zip</type>"),
      ),
    );
    const reading = await read({ "pom.xml": text });
    expect(shown(reading)).toEqual(["g:compiled:1", "g:tested:2 development", "g:given:3 development", "g:extra:4 optional", "g:native:5"]);
    expect(reading.packages.map((entry) => entry.line)).toEqual([5, 6, 7, 8, 9]);
    expect(reading.packages.every((entry) => entry.direct)).toBe(true);
    expect(reading.packages[4]?.qualifiers).toEqual({ classifier: "linux-x86_64", type: "zip" });
  });

  it("names itself as ours, with its licences as a choice", async () => {
    const licenses = "<licenses><license><name>Apache-2.0</name></license><license><url>https://example.org/mit</url></license></licenses>";
    const reading = await read({ "pom.xml": project(licenses + dependencies(dependency("g:a:1"))) });
    expect(reading.own).toEqual([
      {
        type: "maven",
        namespace: "org.example",
        name: "app",
        version: "1.0",
        license: "Apache-2.0 OR https://example.org/mit",
        dependsOn: ["g:a:jar:"],
      },
    ]);
  });

  it("resolves properties, also through each other and of the project", async () => {
    const text = project(
      properties({ "a.version": "${base}.1", base: "4" }) +
        dependencies(dependency("${project.groupId}:a:${a.version}"), dependency("g:b:${pom.version}")),
    );
    expect(shown(await read({ "pom.xml": text }))).toEqual(["org.example:a:4.1", "g:b:1.0"]);
  });

  it("leaves versions empty that refer to themselves or to nothing, and says so", async () => {
    const text = project(properties({ a: "${b}", b: "${a}" }) + dependencies(dependency("g:round:${a}"), dependency("g:none:${nowhere}")));
    const reading = await read({ "pom.xml": text });
    expect(shown(reading)).toEqual(["g:round:", "g:none:"]);
    expect(reading.problems?.[0]).toMatchObject({ code: "lockfile-incomplete", line: 5 });
  });

  it("does not let properties grow without end", async () => {
    const values: Record<string, string> = { p0: "x".repeat(100) };
    for (let index = 1; index < 40; index += 1) values[`p${index}`] = `\${p${index - 1}}\${p${index - 1}}`;
    const started = cpuTime();
    const reading = await read({ "pom.xml": project(properties(values) + dependencies(dependency("g:a:${p39}"))) });
    expect(only(reading).version).toBe("");
    expect(cpuTime() - started).toBeLessThan(1_000);
  });

  it("reads ranges: the oldest version allowed, and the range", async () => {
    const text = project(
      dependencies(dependency("g:a:[1.2,2.0)"), dependency("g:b:[3]"), dependency("g:c:(,4]"), dependency("g:d:LATEST")),
    );
    const reading = await read({ "pom.xml": text });
    expect(reading.packages.map(({ version, range }) => [version, range])).toEqual([
      ["1.2", "[1.2,2.0)"],
      ["3", undefined],
      ["", "(,4]"],
      ["", "LATEST"],
    ]);
  });

  it("takes the last of several equal dependencies, and tells types and classifiers apart", async () => {
    const text = project(dependencies(dependency("g:a:1"), dependency("g:a:2"), dependency("g:a:3", "<classifier>tests</classifier>")));
    expect(shown(await read({ "pom.xml": text }))).toEqual(["g:a:2", "g:a:3"]);
  });

  it("tells of dependencies without a name and reads on", async () => {
    const reading = await read({
      "pom.xml": project(dependencies("<dependency><groupId>g</groupId></dependency>\n", dependency("g:a:1"))),
    });
    expect(shown(reading)).toEqual(["g:a:1"]);
    expect(reading.problems?.[0]).toMatchObject({ code: "lockfile-entry", line: 5 });
  });

  it("keeps the path of what the system provides", async () => {
    const reading = await read({
      "pom.xml": project(dependencies(dependency("g:a:1", "<scope>system</scope><systemPath>${basedir}/lib/a.jar</systemPath>"))),
    });
    expect(only(reading).source).toEqual({ kind: "path", address: "${basedir}/lib/a.jar" });
  });

  it("does not read the templates of archetypes", async () => {
    const path = "src/main/resources/archetype-resources/pom.xml";
    expect(await read({ [path]: "#if ($x) <project>" }, path)).toEqual({ packages: [] });
  });
});

describe("dependency management", () => {
  it("gives versions and scopes to what is asked for, and is no dependency itself", async () => {
    const text = project(
      managed(dependency("g:a:1", "<scope>test</scope>"), dependency("g:unused:9"), dependency("g:b:2")) +
        dependencies(dependency("g:a"), dependency("g:b:3")),
    );
    expect(shown(await read({ "pom.xml": text }))).toEqual(["g:a:1 development", "g:b:3"]);
  });

  it("tells types and classifiers apart", async () => {
    const text = project(
      managed(dependency("g:a:1"), dependency("g:a:2", "<type>test-jar</type>")) + dependencies(dependency("g:a", "<type>test-jar</type>")),
    );
    expect(only(await read({ "pom.xml": text })).version).toBe("2");
  });

  it("manages by names that hold properties", async () => {
    const text = project(properties({ scala: "2.13" }) + managed(dependency("g:lib_${scala}:7")) + dependencies(dependency("g:lib_2.13")));
    expect(only(await read({ "pom.xml": text })).version).toBe("7");
  });
});

describe("many entries", () => {
  it("whose names hold properties are looked up, not searched", async () => {
    const count = 10_000;
    const all = (make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join("");
    const text = project(
      properties({ group: "g" }) +
        managed(all((index) => dependency(`\${group}:a${index}:1`))) +
        dependencies(all((index) => dependency(`g:a${index}`))),
    );
    const started = cpuTime();
    const reading = await read({ "pom.xml": text });
    expect(reading.packages.every((entry) => entry.version === "1")).toBe(true);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });
});

describe("parents", () => {
  const root = project(
    properties({ "a.version": "1", "b.version": "1" }) +
      managed(dependency("g:a:${a.version}"), dependency("g:b:${b.version}")) +
      dependencies(dependency("g:everywhere:5")),
    "<groupId>org.example</groupId><artifactId>root</artifactId><version>2</version><packaging>pom</packaging>",
  );

  it("are found at ../pom.xml; what the child sets wins", async () => {
    const child = project(
      `${parent("org.example:root:2")}${properties({ "b.version": "8" })}${dependencies(dependency("g:a"), dependency("g:b"))}`,
      "<artifactId>child</artifactId>",
    );
    const reading = await read({ "pom.xml": root, "child/pom.xml": child }, "child/pom.xml");
    expect(shown(reading)).toEqual(["g:a:1", "g:b:8", "g:everywhere:5"]);
    expect(reading.own?.[0]).toMatchObject({ namespace: "org.example", name: "child", version: "2" });
    expect(reading.alsoRead).toEqual(["pom.xml"]);
    // What is inherited stands where the parent is named.
    expect(reading.packages[2]?.line).toBe(4);
  });

  it("are found by name where they lie elsewhere", async () => {
    const child = project(parent("org.example:root:2", "") + dependencies(dependency("g:a")), "<artifactId>child</artifactId>");
    const reading = await read({ "build/parent/pom.xml": root, "child/pom.xml": child }, "child/pom.xml");
    expect(shown(reading)).toContain("g:a:1");
  });

  it("are not taken where group or version differ", async () => {
    const child = project(parent("org.example:root:3") + dependencies(dependency("g:a")), "<artifactId>child</artifactId>");
    const reading = await read({ "pom.xml": root, "child/pom.xml": child }, "child/pom.xml");
    expect(shown(reading)).toEqual(["g:a:"]);
    expect(reading.problems?.[0]?.message).toContain("org.example:root:3");
  });

  it("come from the local Maven cache", async () => {
    const child = project(parent("org.example:root:2", "") + dependencies(dependency("g:b")), "<artifactId>child</artifactId>");
    const reading = await read({ "pom.xml": child }, "pom.xml", { "org/example/root/2/root-2.pom": root });
    expect(shown(reading)).toEqual(["g:b:1", "g:everywhere:5"]);
    expect(reading.problems).toBeUndefined();
  });

  it("may be in a circle", async () => {
    const one = project(parent("org.example:two:1", "../two/pom.xml") + dependencies(dependency("g:a")), "<artifactId>one</artifactId>");
    const two = project(parent("org.example:one:1", "../one/pom.xml"), "<artifactId>two</artifactId>");
    const reading = await read({ "one/pom.xml": one, "two/pom.xml": two }, "one/pom.xml");
    expect(shown(reading)).toEqual(["g:a:"]);
  });

  it("share one version through ${revision}", async () => {
    const top = project(
      properties({ revision: "3-SNAPSHOT" }),
      "<groupId>org.example</groupId><artifactId>root</artifactId><version>${revision}</version>",
    );
    const child = project(
      parent("org.example:root:${revision}") + dependencies(dependency("org.example:sibling:${project.version}")),
      "<artifactId>child</artifactId>",
    );
    const reading = await read({ "pom.xml": top, "child/pom.xml": child }, "child/pom.xml");
    expect(shown(reading)).toEqual(["org.example:sibling:3-SNAPSHOT"]);
    expect(reading.own?.[0]?.version).toBe("3-SNAPSHOT");
  });

  it("of Maven 4 are named by their place alone", async () => {
    const child = project(`<parent/>${dependencies(dependency("g:a"))}`, "<artifactId>child</artifactId>");
    expect(shown(await read({ "pom.xml": root, "child/pom.xml": child }, "child/pom.xml"))).toContain("g:a:1");
  });

  it("never lead out of the repository", async () => {
    const child = project(
      parent("org.example:root:2", "../../../../etc/pom.xml") + dependencies(dependency("g:a:1")),
      "<artifactId>child</artifactId>",
    );
    expect(shown(await read({ "pom.xml": child }))).toEqual(["g:a:1"]);
  });
});

describe("imports", () => {
  const bom = (inner: string): string => project(inner, "<groupId>org.bom</groupId><artifactId>bom</artifactId><version>1</version>");
  const imported = (name: string): string => dependency(name, "<type>pom</type><scope>import</scope>");

  it("manage by a BOM of the tree, with the BOM's own properties", async () => {
    const app = project(properties({ v: "app" }) + managed(imported("org.bom:bom:1")) + dependencies(dependency("g:a")));
    const reading = await read({ "pom.xml": app, "bom/pom.xml": bom(properties({ v: "7" }) + managed(dependency("g:a:${v}"))) });
    expect(shown(reading)).toEqual(["g:a:7"]);
    expect(reading.alsoRead).toEqual(["bom/pom.xml"]);
  });

  it("manage by a BOM of the cache, and by those that it imports or inherits", async () => {
    const cache = {
      "org/bom/bom/1/bom-1.pom": bom(parent("org.bom:top:1") + managed(imported("org.more:more:2"))),
      "org/bom/top/1/top-1.pom": project(
        managed(dependency("g:a:from-parent")),
        "<groupId>org.bom</groupId><artifactId>top</artifactId><version>1</version>",
      ),
      "org/more/more/2/more-2.pom": project(
        managed(dependency("g:b:from-import")),
        "<groupId>org.more</groupId><artifactId>more</artifactId><version>2</version>",
      ),
    };
    const app = project(managed(imported("org.bom:bom:1")) + dependencies(dependency("g:a"), dependency("g:b")));
    expect(shown(await read({ "pom.xml": app }, "pom.xml", cache))).toEqual(["g:a:from-parent", "g:b:from-import"]);
  });

  it("come after what is managed outright; the first of them wins", async () => {
    const cache = {
      "org/bom/bom/1/bom-1.pom": bom(managed(dependency("g:a:1"), dependency("g:b:1"))),
      "org/bom/bom/2/bom-2.pom": bom(managed(dependency("g:a:2"), dependency("g:b:2"), dependency("g:c:2"))),
    };
    const app = project(
      managed(imported("org.bom:bom:1"), imported("org.bom:bom:2"), dependency("g:a:own")) +
        dependencies(dependency("g:a"), dependency("g:b"), dependency("g:c")),
    );
    expect(shown(await read({ "pom.xml": app }, "pom.xml", cache))).toEqual(["g:a:own", "g:b:1", "g:c:2"]);
  });

  it("may be in a circle, and many, without running away", async () => {
    const count = 12;
    const all = Array.from({ length: count }, (_, index) => imported(`org.bom:bom${index}:1`));
    const cache: Record<string, string> = {};
    for (let index = 0; index < count; index += 1) cache[`org/bom/bom${index}/1/bom${index}-1.pom`] = bom(managed(...all));
    const started = cpuTime();
    const reading = await read({ "pom.xml": project(managed(...all) + dependencies(dependency("g:a"))) }, "pom.xml", cache);
    expect(shown(reading)).toEqual(["g:a:"]);
    expect(cpuTime() - started).toBeLessThan(3_000);
  });

  it("that are missing are told once, with what to do", async () => {
    const reading = await read({
      "pom.xml": project(managed(imported("org.bom:bom:1")) + dependencies(dependency("g:a"), dependency("g:b"))),
    });
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems?.[0]?.message).toMatch(/^2 versions are not known.*org\.bom:bom:1/);
    expect(reading.problems?.[0]?.hint).toContain("local Maven cache");
  });

  it("ask the cache for plain coordinates only", async () => {
    const asked: string[] = [];
    const text = project(managed(imported("../../etc:bom:1"), imported("org.bom:bom:1/../../2")) + dependencies(dependency("g:a")));
    const context = {
      ...contextOver({ "pom.xml": text }),
      mavenCache: async (path: string) => {
        asked.push(path);
        return undefined;
      },
    };
    await mavenPom.read({ path: "pom.xml", text }, context);
    expect(asked).toEqual([]);
  });
});

describe("profiles", () => {
  const profile = (id: string, inner: string): string => `<profile><id>${id}</id>${inner}</profile>`;
  const withProfiles = (...profiles: string[]): string =>
    project(`${dependencies(dependency("g:a:1"))}<profiles>${profiles.join("")}</profiles>`);

  it("that apply by default add what they bring; the others bring it as optional", async () => {
    const text = withProfiles(
      profile("on", `<activation><activeByDefault>true</activeByDefault></activation>${dependencies(dependency("g:on:1"))}`),
      profile("off", properties({ v: "9" }) + dependencies(dependency("g:off:${v}"), dependency("g:a:2"))),
    );
    expect(shown(await read({ "pom.xml": text }))).toEqual(["g:on:1", "g:a:1", "g:off:9 optional"]);
  });

  it("by default yield to one whose condition holds", async () => {
    const text = withProfiles(
      profile("default", `<activation><activeByDefault>true</activeByDefault></activation>${dependencies(dependency("g:default:1"))}`),
      profile("java", `<activation><jdk>[9,)</jdk></activation>${dependencies(dependency("g:java:1"))}`),
    );
    expect(shown(await read({ "pom.xml": text }))).toEqual(["g:java:1", "g:a:1", "g:default:1 optional"]);
  });

  it("know conditions on absent properties, on files, and on nothing of the machine", async () => {
    const condition = (inner: string, name: string): string =>
      profile(name, `<activation>${inner}</activation>${dependencies(dependency(`g:${name}:1`))}`);
    const text = withProfiles(
      condition("<property><name>!skip</name></property>", "unless"),
      condition("<property><name>with</name></property>", "with"),
      condition("<file><exists>${basedir}/here.txt</exists></file>", "here"),
      condition("<file><exists>there.txt</exists></file>", "there"),
      condition("<os><family>windows</family></os>", "windows"),
      condition("<jdk>1.8</jdk>", "old"),
    );
    const reading = await read({ "pom.xml": text, "here.txt": "" });
    expect(reading.packages.filter((entry) => entry.scope === "production").map((entry) => entry.name)).toEqual(["here", "unless", "a"]);
    expect(reading.packages.filter((entry) => entry.scope === "optional").map((entry) => entry.name)).toEqual([
      "with",
      "there",
      "windows",
      "old",
    ]);
  });
});

describe("what is no POM", () => {
  it.each([
    ["", "no element"],
    ["<project>", "unclosed"],
    ["<settings/>", "another document"],
    ['<!DOCTYPE p [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><project><version>&b;</version></project>', "entities of its own"],
    [`${"<a>".repeat(2_000)}`, "too deep"],
  ])("is refused with a line: %s", async (text) => {
    const error = await read({ "pom.xml": text }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    expect((error as Unreadable).line).toBeGreaterThan(0);
  });
});
