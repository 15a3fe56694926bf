// From the elements of a CycloneDX component in XML to the object that JSON has for it.

/** The part of an element that is kept. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/** `<component>` as the JSON object of the same component, as far as it was kept. */
export function componentObject(node: XmlNode): Record<string, unknown> {
  const object: Record<string, unknown> = { type: node.attributes.type ?? "", "bom-ref": node.attributes["bom-ref"] ?? "" };
  for (const child of node.children) {
    if (child.name === "licenses") object.licenses = child.children.flatMap(licenseObjects);
    else if (child.name === "hashes") object.hashes = child.children.map((hash) => ({ alg: hash.attributes.alg, content: hash.text }));
    else if (child.name === "properties") object.properties = child.children.map(propertyObject);
    else if (child.name === "supplier" || child.name === "manufacturer") object[child.name] = organizationObject(child);
    else object[child.name] = child.text;
  }
  return object;
}

/** `<supplier>` and the like, as far as a name tells who it is. */
export function organizationObject(node: XmlNode): Record<string, unknown> {
  return Object.fromEntries(
    node.children.filter(({ name }) => name === "name" || name === "email").map(({ name, text }) => [name, text.trim()]),
  );
}

/** `<license>` with one `<id>` or `<name>` (more than one is against the schema, but then both are said), or `<expression>`. */
function licenseObjects(node: XmlNode): readonly unknown[] {
  const acknowledgement = node.attributes.acknowledgement;
  const stated = acknowledgement === undefined ? {} : { acknowledgement };
  if (node.name === "expression") return [{ expression: node.text, ...stated }];
  if (node.name === "expression-detailed") return [{ expression: node.attributes.expression ?? "", ...stated }];
  if (node.name !== "license") return [];
  const named = node.children.filter((child) => child.name === "id" || child.name === "name");
  return named.length === 0 ? [{ license: stated }] : named.map((child) => ({ license: { [child.name]: child.text, ...stated } }));
}

function propertyObject(node: XmlNode): unknown {
  return { name: node.attributes.name, value: node.text };
}
