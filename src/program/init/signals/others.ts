// Containers, infrastructure, phones, devices, and the manifests of other languages.
import { depth } from "./javascript.ts";
import { app, type Detector, library, service, tool, weakService } from "./types.ts";

export const dockerfile: Detector = {
  matches: (name, path) =>
    (name === "dockerfile" || name === "containerfile" || /^dockerfile\.(?:prod|production|release|app|web|server)$/.test(name)) &&
    !/(?:^|\/)(?:\.devcontainer|tests?|ci|\.ci|build-?tools?)\//i.test(path),
  read: (_, path) => [weakService(path)],
};

export const deployment: Detector = {
  matches: (name, path) =>
    [
      "chart.yaml",
      "procfile",
      "serverless.yml",
      "serverless.yaml",
      "skaffold.yaml",
      "fly.toml",
      "app.yaml",
      "manage.py",
      "kustomization.yaml",
    ].includes(name) && depth(path) < 4,
  read: (_, path) => [weakService(path)],
};

export const infrastructure: Detector = {
  matches: (name, path) => (name.endsWith(".tf") || name === "ansible.cfg" || name === "pulumi.yaml") && depth(path) < 4,
  read: (_, path) => [{ kind: "infrastructure", distribution: "internal", because: path, weak: true }],
};

export const phone: Detector = {
  matches: (name, path) => (name === "project.pbxproj" || name === "info.plist") && depth(path) < 5,
  read: (text, path) => (/LSRequiresIPhoneOS|com\.apple\.product-type\.application/.test(text) ? [app(path)] : []),
};

export const flutter: Detector = {
  matches: (name) => name === "pubspec.yaml",
  read(text, path, context) {
    const isFlutter = /^\s{2}flutter:\s*$/m.test(text) && /^flutter:/m.test(text);
    if (isFlutter && (context.has("android") || context.has("ios") || context.has("lib/main.dart"))) return [app(`${path}: flutter`)];
    return /^publish_to:\s*['"]?none/m.test(text) ? [] : [library(context, path)];
  },
};

export const device: Detector = {
  matches: (name, path) =>
    (["platformio.ini", "west.yml", "prj.conf", "sdkconfig", "sdkconfig.defaults"].includes(name) ||
      name.endsWith(".ino") ||
      name.endsWith(".bbappend")) &&
    depth(path) < 4,
  read: (_, path) => [{ kind: "firmware", distribution: "embedded", because: path }],
};

export const python: Detector = {
  matches: (name) => name === "pyproject.toml" || name === "setup.py" || name === "setup.cfg",
  read(text, path, context) {
    if (/\b(?:fastapi|flask|django|aiohttp|starlette|uvicorn|gunicorn)\b/i.test(text) && !/^\s*classifiers/m.test(text))
      return [service(`${path}: server`)];
    if (path.endsWith("pyproject.toml") && !/^\[(?:project|tool\.poetry|build-system)\]/m.test(text)) return [];
    if (/^\[project\.scripts\]|^\[tool\.poetry\.scripts\]|console_scripts/m.test(text) && !context.licensed)
      return [tool(context, `${path}: scripts`)];
    return [library(context, path)];
  },
};

export const rust: Detector = {
  matches: (name) => name === "cargo.toml",
  read(text, path, context) {
    if (!/^\[package\]/m.test(text)) return [];
    if (/^(?:actix-web|axum|rocket|warp|tide)\s*=/m.test(text)) return [service(`${path}: server`)];
    if (/^\[\[bin\]\]/m.test(text) || context.has(path.replace(/Cargo\.toml$/i, "src/main.rs"))) return [tool(context, `${path}: binary`)];
    return [library(context, path, /^publish\s*=\s*(?:false|\[)/m.test(text))];
  },
};

export const go: Detector = {
  matches: (name) => name === "go.mod",
  read(text, path, context) {
    if (
      /\b(?:gin-gonic\/gin|labstack\/echo|gofiber\/fiber|go-chi\/chi|gorilla\/mux|google\.golang\.org\/grpc)\b/.test(text) &&
      !context.licensed
    )
      return [service(`${path}: server`)];
    if (context.has(path.replace(/go\.mod$/, "main.go")) || context.has("cmd")) return [tool(context, `${path}: main package`)];
    return [library(context, path)];
  },
};

export const dotnet: Detector = {
  matches: (name) => /\.(?:cs|fs|vb)proj$/.test(name),
  read(text, path, context) {
    if (/Microsoft\.NET\.Sdk\.(?:Web|Worker)|Microsoft\.NET\.Sdk\.Functions/.test(text)) return [service(`${path}: web`)];
    if (/BlazorWebAssembly/.test(text)) return [{ kind: "web", distribution: "browser", because: `${path}: Blazor` }];
    if (/UseMaui|Xamarin\.(?:iOS|Forms|Android)/.test(text)) return [app(`${path}: mobile`)];
    if (/UseWPF|UseWindowsForms|<OutputType>WinExe/.test(text))
      return [{ kind: "desktop", distribution: context.licensed ? "distributed" : "internal", because: `${path}: desktop` }];
    if (/<IsTestProject>true|Microsoft\.NET\.Test\.Sdk/.test(text)) return [];
    return /<OutputType>Exe/i.test(text) ? [{ ...tool(context, `${path}: program`), weak: true }] : [library(context, path)];
  },
};

export const composer: Detector = {
  matches: (name) => name === "composer.json",
  read(text, path, context) {
    const type = /"type"\s*:\s*"([a-z-]{1,40})"/.exec(text)?.[1];
    const isFramework = type !== "library" && /"(?:laravel\/framework|symfony\/framework-bundle)"/.test(text);
    return type === "project" || isFramework ? [service(`${path}: ${type ?? "framework"}`)] : [library(context, path)];
  },
};

export const ruby: Detector = {
  matches: (name, path) => (name.endsWith(".gemspec") && depth(path) < 2) || path === "config.ru",
  read: (_, path, context) => [path === "config.ru" ? service(path) : library(context, path)],
};

export const elixir: Detector = {
  matches: (name) => name === "mix.exs",
  read(text, path, context) {
    const isServer = /\{:(?:phoenix|plug_cowboy|bandit),/.test(text) && !/\bpackage:\s/.test(text);
    return [isServer ? service(`${path}: server`) : library(context, path)];
  },
};

export const swift: Detector = {
  matches: (name) => name === "package.swift",
  read: (text, path, context) => [
    /\.library\(/.test(text) || !/\.executable(?:Target)?\(/.test(text) ? library(context, path) : tool(context, path),
  ],
};

export const julia: Detector = {
  matches: (_, path) => path === "Project.toml",
  read: (text, path, context) => (/^uuid\s*=/m.test(text) ? [library(context, path)] : []),
};

export const native: Detector = {
  matches: (_, path) => ["CMakeLists.txt", "configure.ac", "meson.build", "BUILD.bazel"].includes(path),
  read: (_, path, context) => [tool(context, path)],
};

export const page: Detector = {
  matches: (_, path) => path === "index.html",
  read: (_, path) => [{ kind: "web", distribution: "browser", because: path, weak: true }],
};
