// What the front door reads from people's words.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readAsked } from "./asked.ts";

const organization = {
  products: [
    { id: "claims-portal", name: { en: "Claims portal", de: "Schadenportal" } },
    { id: "tariff-kit", name: { en: "Tariff kit", de: "Tarifbaukasten" } },
  ],
} as unknown as Parameters<typeof readAsked>[1];
const read = (text: string) => readAsked(text, organization);

test.each([
  ["fast-check 4.10", { words: ["fast-check"], version: "4.10" }],
  ["fast-check@4.10.2", { words: ["fast-check"], version: "4.10.2" }],
  ["@types/node v24.1.0", { words: ["@types/node"], version: "24.1.0" }],
  ["May I use lodash in the Claims portal?", { words: ["lodash"], intent: "use", product: "claims-portal", spoken: true }],
  ["Darf ich lodash 4 im Schadenportal verwenden?", { words: ["lodash"], version: "4", intent: "use", product: "claims-portal" }],
  ["can we publish tariff-kit", { words: [], intent: "publish", product: "tariff-kit" }],
  ["Dürfen wir zu keycloak beitragen?", { words: ["keycloak"], intent: "contribute" }],
  ["pkg:npm/%40types/node@24.1.0?", { words: [], purl: "pkg:npm/%40types/node@24.1.0" }],
  ["Tariff kit", { words: ["tariff", "kit"], product: "tariff-kit", spoken: false }],
])("%s", (text, wanted) => {
  expect(read(text)).toMatchObject(wanted);
});

test("a name that only holds the name of a product is no product", () => {
  expect(read("claims-portal-extra").product).toBeUndefined();
});

test("whatever is typed is read, with few words and none of them empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
      const { words } = read(text);
      expect(words.length).toBeLessThanOrEqual(12);
      expect(words).not.toContain("");
    }),
  );
});
