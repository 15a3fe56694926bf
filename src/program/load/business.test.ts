import { describe, expect, it } from "vitest";
import { load } from "../testing/folders.ts";

const head = "schema: allmend.organization/1\norganization: Muster\n";
const product = "products:\n  - id: shop\n    deliverables: [{ id: web, distribution: hosted, repositories: [shop] }]\n";

describe("business profiles", () => {
  it("stand with the organisation and with products, and a product has the models that its profile names", async () => {
    const { program, problems } = await load({
      "organization.yaml": `${head}business:\n  role: both\n  models:\n    - { model: consumption, share: 80, reasons: [speed] }\n    - { model: support, share: 20, revenue: subscriptions }\n${product}    business: { state: confirmed, models: [{ model: open-core, risks: [resentment] }] }\n`,
    });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(program?.organization.business).toMatchObject({ role: "both", state: "draft", models: [{ share: 80, reasons: ["speed"] }, {}] });
    expect(program?.organization.products[0]).toMatchObject({
      models: ["open-core"],
      business: { state: "confirmed", models: [{ model: "open-core", risks: ["resentment"], reasons: [] }] },
    });
  });

  it("have others beside the usual models, each under its name", async () => {
    const { program, problems } = await load({
      "organization.yaml": `${head}business:\n  models:\n    - { model: other, name: { en: Public mandate, de: Leistungsauftrag }, revenue: taxes }\n    - { model: other, name: Pool of members }\n    - { model: other, name: Pool of members }\n`,
    });
    expect(program?.organization.business?.models.map(({ name }) => name)).toEqual([
      { en: "Public mandate", de: "Leistungsauftrag" },
      { en: "Pool of members" },
      { en: "Pool of members" },
    ]);
    const twice = problems.filter(({ code, file }) => code === "contradiction" && file === "organization.yaml");
    expect(twice.map(({ line }) => line)).toEqual([7]);
  });

  it("name what cannot be, with its line", async () => {
    const { problems } = await load({
      "organization.yaml": `${head}business:\n  models:\n    - { model: consumption, share: 80 }\n    - { model: consumption, share: 30 }\n    - { model: hostage }\n`,
    });
    const told = problems.filter(({ file }) => file === "organization.yaml").map(({ line, code }) => `${line} ${code}`);
    expect(told).toEqual(expect.arrayContaining(["5 contradiction", "6 contradiction"]));
    expect(told.some((text) => text.startsWith("7 "))).toBe(true);
  });
});
