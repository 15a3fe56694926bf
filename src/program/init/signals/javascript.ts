// package.json and what stands around it.
import { isMap } from "../../read/remains.ts";
import { app, type Detector, library, service, type Signal, type SignalContext, tool, web } from "./types.ts";

const browserParts = [
  "react-dom",
  "vue",
  "@angular/core",
  "svelte",
  "solid-js",
  "preact",
  "lit",
  "ember-source",
  "next",
  "nuxt",
  "@remix-run/react",
  "gatsby",
  "astro",
  "jquery",
];
const bundlers = [
  "vite",
  "webpack",
  "parcel",
  "rollup",
  "esbuild",
  "@angular/cli",
  "react-scripts",
  "@vue/cli-service",
  "@sveltejs/kit",
  "rsbuild",
  "@rsbuild/core",
];
const servers = [
  "express",
  "fastify",
  "koa",
  "@hapi/hapi",
  "@nestjs/core",
  "restify",
  "hono",
  "apollo-server",
  "@apollo/server",
  "loopback",
];
const mobile = ["react-native", "expo", "@ionic/core", "@capacitor/core", "nativescript", "@nativescript/core"];
const desktop = ["electron", "@tauri-apps/api"];

export const packageJson: Detector = {
  matches: (name) => name === "package.json",
  read(text, path, context) {
    const manifest = parse(text);
    return manifest ? signalsOf(manifest, path, context) : [];
  },
};

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function signalsOf(manifest: Record<string, unknown>, path: string, context: SignalContext): Signal[] {
  const runtime = keysOf(manifest["dependencies"]);
  const all = new Set([...runtime, ...keysOf(manifest["devDependencies"])]);
  const first = (names: readonly string[], within: ReadonlySet<string>) => names.find((name) => within.has(name));
  const isPrivate = manifest["private"] === true;
  const entry = ["main", "module", "exports", "types", "files"].find((key) => manifest[key] !== undefined);
  const published = !isPrivate && entry !== undefined;
  const signals: Signal[] = [];
  const onMobile = first(mobile, runtime);
  if (onMobile) return [app(`${path}: ${onMobile}`)];
  const onDesktop = first(desktop, all);
  if (onDesktop) return [{ kind: "desktop", distribution: "distributed", because: `${path}: ${onDesktop}` }];
  if (keysOf(manifest["engines"]).has("vscode"))
    return [{ kind: "tool", distribution: "distributed", because: `${path}: extension of an editor` }];
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const hasPage = ["index.html", "public/index.html", "src/index.html"].some((page) => context.has(folder + page));
  const inBrowser = first(browserParts, runtime) ?? (hasPage ? first(bundlers, all) : undefined);
  if (inBrowser && !published) signals.push(web(`${path}: ${inBrowser}`));
  const server = first(servers, runtime);
  if (server && !published) signals.push(service(`${path}: ${server}`));
  if (published) signals.push(library(context, `${path}: "${entry}"`, keepsInside(manifest)));
  else if (manifest["bin"] !== undefined) signals.push(tool(context, `${path}: "bin"`));
  return signals;
}

/** A registry of one's own in publishConfig. */
function keepsInside(manifest: Record<string, unknown>): boolean {
  const config = manifest["publishConfig"];
  const registry = isMap(config) ? config["registry"] : undefined;
  return (typeof registry === "string" && !/npmjs\.org/.test(registry)) || (isMap(config) && config["access"] === "restricted");
}

function keysOf(value: unknown): Set<string> {
  return new Set(isMap(value) ? Object.keys(value) : []);
}

export const webFiles: Detector = {
  matches: (name, path) =>
    ["angular.json", "next.config.js", "next.config.mjs", "next.config.ts", "nuxt.config.ts", "nuxt.config.js"].includes(name) &&
    depth(path) < 3,
  read: (_, path) => [web(path)],
};

export function depth(path: string): number {
  return path.split("/").length - 1;
}
