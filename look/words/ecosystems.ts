// What people call the ecosystems that purl types stand for. Proper names: the same in every language.

const NAMES: Readonly<Record<string, string>> = {
  npm: "npm (JavaScript)",
  maven: "Maven (Java)",
  pypi: "PyPI (Python)",
  nuget: "NuGet (.NET)",
  golang: "Go",
  cargo: "Cargo (Rust)",
  gem: "RubyGems (Ruby)",
  composer: "Composer (PHP)",
  hex: "Hex (Elixir, Erlang)",
  pub: "Pub (Dart, Flutter)",
  swift: "Swift",
  cocoapods: "CocoaPods (iOS)",
  conan: "Conan (C, C++)",
  conda: "Conda",
  cran: "CRAN (R)",
  hackage: "Hackage (Haskell)",
  githubactions: "GitHub Actions",
  github: "GitHub",
  docker: "Docker",
  oci: "OCI",
  deb: "Debian",
  rpm: "RPM",
  apk: "Alpine",
  deno: "JSR, Deno",
  jsr: "JSR",
  generic: "–",
};

export function ecosystemName(type: string): string {
  return Object.hasOwn(NAMES, type) ? (NAMES[type] ?? type) : type;
}
