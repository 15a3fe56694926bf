// For tests: one file of each format of the build tools as they come, written here; what is true of one must survive being broken.

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** Texts by path. */
export const samples: Readonly<Record<string, string>> = {
  "pom.xml": `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.example</groupId><artifactId>top</artifactId><version>1.0</version><relativePath>top/pom.xml</relativePath></parent>
  <artifactId>app</artifactId>
  <licenses><license><name>MIT</name></license></licenses>
  <properties><a.version>1.2</a.version><b>\${a.version}.3</b></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.bom</groupId><artifactId>bom</artifactId><version>\${b}</version><type>pom</type><scope>import</scope></dependency>
    <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>[1,2)</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
    <dependency><groupId>g</groupId><artifactId>a</artifactId><version>\${b}</version><scope>test</scope><classifier>x</classifier></dependency>
  </dependencies>
  <profiles><profile><id>p</id><activation><jdk>[9,)</jdk></activation><dependencies>
    <dependency><groupId>g</groupId><artifactId>p</artifactId><version>1</version></dependency>
  </dependencies></profile></profiles>
</project>
`,
  "top/pom.xml":
    "<project><groupId>org.example</groupId><artifactId>top</artifactId><version>1.0</version><dependencies><dependency><groupId>g</groupId><artifactId>t</artifactId><version>1</version></dependency></dependencies></project>",
  "gradle.lockfile": "# comment\ng:a:1.0=compileClasspath,runtimeClasspath\ng:b:2.0=testRuntimeClasspath\nempty=\n",
  "gradle/verification-metadata.xml":
    '<verification-metadata><components>\n<component group="g" name="a" version="1"><artifact name="a-1.jar"><sha256 value="ab"/></artifact></component>\n</components></verification-metadata>',
  "gradle/libs.versions.toml":
    '[versions]\nv = "1.0"\nr = { strictly = "[1,2[", prefer = "1.5" }\n[libraries]\na-b = { module = "g:a", version.ref = "v" }\nc = "g:c:2"\nd = { group = "g", name = "d", version = { ref = "r" } }\n[bundles]\nall = ["a-b", "c"]\n',
  "build.gradle.kts": `plugins { id("x") version "1" }
val v = "1.0"
dependencies {
  implementation("g:a:$v") { exclude(group = "x") }
  testImplementation(libs.bundles.all) // comment
  api(group = "g", name = "c", version = "\${property("p")}")
}
`,
  "packages.lock.json":
    '{"version": 1, "dependencies": {"net8.0": {"A": {"type": "Direct", "resolved": "1.0", "contentHash": "aa=", "dependencies": {"B": "2.0"}}, "B": {"type": "Transitive", "resolved": "2.0"}, "p": {"type": "Project", "dependencies": {"B": "2.0"}}}}}',
  "packages.config": '<?xml version="1.0"?>\n<packages>\n  <package id="A" version="1.0" developmentDependency="true" />\n</packages>\n',
  "Directory.Packages.props":
    '<Project><PropertyGroup><V>1</V></PropertyGroup><ItemGroup><PackageVersion Include="A" Version="$(V).0" /><GlobalPackageReference Include="G" Version="2" /></ItemGroup></Project>',
  "app.csproj": `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFrameworks>net8.0;net48</TargetFrameworks></PropertyGroup>
  <Import Project="build/x.props" Condition="Exists('build/x.props')" />
  <ItemGroup Condition="'$(TargetFramework)' == 'net8.0' and !('$(Unset)' != '')">
    <PackageReference Include="A" /><PackageReference Include="B;C" Version="[1.0,2.0)" PrivateAssets="all" />
    <PackageReference Update="C" Version="$([MSBuild]::ValueOrDefault('$(X)', '3'))" />
  </ItemGroup>
</Project>
`,
  "obj/project.assets.json":
    '{"version": 3, "targets": {"net8.0": {"A/1.0": {"type": "package", "dependencies": {"B": "1.0"}}, "B/1.0": {"type": "package"}}}, "libraries": {"A/1.0": {"type": "package", "sha512": "aa="}, "B/1.0": {"type": "package"}}, "projectFileDependencyGroups": {"net8.0": ["A >= 1.0"]}, "project": {"version": "1", "restore": {"projectName": "app"}}}',
  "app.deps.json":
    '{"targets": {"x": {"app/1.0": {"dependencies": {"A": "1.0"}}, "A/1.0": {}}}, "libraries": {"app/1.0": {"type": "project"}, "A/1.0": {"type": "package", "sha512": "sha512-aa="}}}',
  "paket.lock": `RESTRICTION: >= net48\nNUGET\n  remote: https://api.nuget.org/v3/index.json\n    A (1.0)\n      B (>= 1.0)\n    B (1.1)\nGITHUB\n  remote: o/r\n    f.fs (${COMMIT})\nGROUP Test\nNUGET\n  remote: x\n    A (0.9)\n`,
  "paket.dependencies":
    "source https://api.nuget.org/v3/index.json\nnuget A ~> 1.0\ngithub o/r:main f.fs\ngroup Test\n  nuget B 1.0 framework: net48\n",
  ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    container: {image: "node:20"}\n    steps:\n      - uses: actions/checkout@v4\n      - uses: a/b/c@${COMMIT}\n      - uses: ./x\n      - uses: docker://alpine:3\n`,
  "x/action.yml": "name: x\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n      with: {path: a}\n",
  Dockerfile:
    "# escape=\\\nARG V=20\nFROM --platform=linux/amd64 node:${V}-alpine AS build\nRUN <<EOF\nx\nEOF\nFROM alpine:3 \\\n  AS y\nCOPY --from=busybox:1 a b\n",
  "compose.yaml": "services:\n  db:\n    image: postgres:${PG:-16}\n  web: {build: ., image: x}\n",
  "conan.lock":
    '{"version": "0.4", "graph_lock": {"nodes": {"0": {"ref": "app/1.0", "path": "x", "requires": ["1"], "build_requires": ["2"]}, "1": {"ref": "zlib/1.3@u/c#aa", "requires": []}, "2": {"ref": "cmake/3.1"}}}}',
  "cabal.project.freeze":
    "active-repositories: x\nconstraints: any.a ==1.0,\n             a +flag,\n             any.base installed,\n             any.b ==1 || ==2\nindex-state: x\n",
  "stack.yaml.lock": `packages:\n- completed:\n    hackage: a-1.0@sha256:aabb,12\n  original:\n    hackage: a-1.0\n- completed: {git: 'https://example.org/r', commit: ${COMMIT}, name: b, version: '2'}\nsnapshots: []\n`,
  "renv.lock": `{"R": {"Repositories": [{"Name": "X", "URL": "https://x.example"}]}, "Packages": {"a": {"Package": "a", "Version": "1", "Source": "Repository", "Repository": "X", "Requirements": ["b"]}, "b": {"Version": "2", "Source": "GitHub", "RemoteType": "github", "RemoteUsername": "o", "RemoteRepo": "r", "RemoteSha": "${COMMIT}"}}}`,
  "META.json": '{"name": "A", "version": 1.5, "meta-spec": {"version": 2}, "license": ["perl_5"]}',
  "cpanfile.snapshot":
    "# carton snapshot format: version 1.0\nDISTRIBUTIONS\n  A-B-1.0\n    pathname: X/XY/XYZ/A-B-1.0.tar.gz\n    provides:\n      A::B 1.0\n    requirements:\n      C 0\n  C-v2\n    provides:\n      C 2\n",
};
