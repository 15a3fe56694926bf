// Writes a large SBOM: the components of real ones, over and over, each round under other names, with the dependencies between them.
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "node:events";

interface Component {
  readonly "bom-ref"?: string;
  readonly name: string;
  readonly purl?: string;
}

interface Document {
  readonly components: readonly Component[];
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const sources = ["SBOM/laravel-7.12.0/bom.1.2.json", "SBOM/dropwizard-1.3.15/bom.json", "SBOM/proton-bridge/proton-bridge-v1.8.0.bom.json"];

/** Writes `count` components as CycloneDX JSON to `path`; `examples` is the folder of CycloneDX's own examples. */
export async function generateSbom(examples: string, path: string, count: number): Promise<void> {
  const documents = sources.map((source) => JSON.parse(readFileSync(join(examples, source), "utf8")) as Document);
  const components = documents.flatMap((document) => document.components);
  const out = createWriteStream(path, { highWaterMark: 1 << 20 });
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, "drain");
  };
  await write(
    '{\n"bomFormat": "CycloneDX",\n"specVersion": "1.4",\n"version": 1,\n"metadata": {"component": {"type": "application", "name": "all", "bom-ref": "all"}},\n"components": [',
  );
  for (let index = 0; index < count; index++) {
    const component = components[index % components.length] as Component;
    await write(`${index === 0 ? "" : ","}\n${JSON.stringify(renamed(component, index, components.length), undefined, 2)}`);
  }
  await write('\n],\n"dependencies": [');
  for (let index = 0; index < count; index++) {
    const others = [1, 7, 40].map((step) => refOf(components, (index + step) % count)).filter((ref) => ref !== undefined);
    await write(`${index === 0 ? "" : ","}\n${JSON.stringify({ ref: refOf(components, index), dependsOn: others })}`);
  }
  out.end("\n]}\n");
  await once(out, "close");
}

function renamed(component: Component, index: number, each: number): Component {
  const suffix = `-${Math.floor(index / each)}`;
  const purl = component.purl?.replace(/@/, `${suffix}@`);
  return { ...component, name: component.name + suffix, purl, "bom-ref": purl ?? `${component.name}${suffix}-${index}` };
}

function refOf(components: readonly Component[], index: number): string | undefined {
  return renamed(components[index % components.length] as Component, index, components.length)["bom-ref"];
}
