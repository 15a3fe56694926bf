// What the writer of a document, a request or a name could try: markup, pictures that run, links that are scripts. The pages about the program show it as text.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { programWords } from "../../look/words/portal/program.ts";
import { launch, noBrowser } from "../browser.ts";
import { root } from "../run.ts";
import { type PortalOffice, startPortalOffice } from "./office.ts";
import { picture } from "./picture.ts";
import { goTo } from "./settle.ts";

const MARKUP =
  '"><img src=x onerror=globalThis.hacked=1></title></text><svg onload=globalThis.hacked=1><script>globalThis.hacked=1</script>';
const quoted = JSON.stringify(MARKUP);

const PROSE = `
# Why ${MARKUP}

<script>globalThis.hacked=1</script>
<svg onload="globalThis.hacked=1"><animate onbegin="globalThis.hacked=1" attributeName="x" dur="1s"/></svg>
<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>

[a](javascript:globalThis.hacked=1) [b](JaVaScRiPt&colon;globalThis.hacked=1) [c](data:text/html,<script>1</script>) [d](vbscript:1) <javascript:globalThis.hacked=1>
[e][f] ![g](javascript:globalThis.hacked=1) ![h](https://outside.example/pixel.png)

[f]: javascript:globalThis.hacked=1
`;

/** Work that serves no goal, and brings about no policy. */
const IDLE = "  - { id: idle, title: Work for its own sake, kind: consume, owner: ospo, phase: now, serves: {} }\n";

const example = (path: string) => readFileSync(join(root, "examples", "allmend", path), "utf8");
/** What stands for a text in a document, replaced by markup; a text that is not there is an error of this test. */
function hostile(path: string, ...texts: readonly string[]): string {
  return texts.reduce((text, each) => {
    if (!text.includes(each)) throw new Error(`${path} does not hold ${each}`);
    return text.replaceAll(each, quoted);
  }, example(path));
}

const documents = {
  "organization.yaml": hostile(
    "organization.yaml",
    "Seeland Versicherung",
    "Claims portal",
    "Schadenportal",
    "Open source review board",
    "every second Tuesday from 2026-11-03",
  ),
  "strategy.md": hostile(
    "strategy.md",
    "Open source at Seeland",
    "'Ship claims features in days, not quarters'",
    "Mend it upstream",
    "The portal is built with it.",
  )
    .replace("\nactivities:\n", `\n  - { id: lonely, statement: A goal that nothing serves }\n\nactivities:\n${IDLE}`)
    .replace(/\n# Why[\s\S]*$/, PROSE),
};

describe.skipIf(noBrowser)("hostile documents, requests and names", () => {
  let office: PortalOffice;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startPortalOffice({ documents }), launch()]);
    await office.ask("admin", "POST", "/api/people", { id: "evil", name: MARKUP });
    const fields = { about: "license", subject: MARKUP, question: `${MARKUP}\n\n${PROSE}` };
    await office.ask("developer", "POST", "/api/cases", { kind: "ask", fields, submit: true });
    const use = { component: `pkg:npm/${encodeURIComponent(MARKUP)}@1.0.0`, product: "claims-portal", license: "MIT", purpose: MARKUP };
    await office.ask("developer", "POST", "/api/cases", { kind: "use", fields: use, submit: false });
    await office.ask("admin", "POST", "/api/tokens", { name: MARKUP.slice(0, 90), kind: "service", scopes: ["cases:read"] });
  });
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  /** Those that show most of it: prose, pictures with names, drafts, requests, people, the record. */
  const paths = [
    "/",
    "/program",
    "/program/map",
    "/program/models",
    "/program/documents/strategy.md/draft",
    "/requests",
    "/requests/ask-1",
    "/requests/use-2",
    "/requests/boards/review-board",
    "/communities/upstreams",
    "/administration/people/evil",
    "/administration/tokens",
    "/administration/organization",
    "/record",
  ];

  test("no page runs what somebody wrote, nor asks anything of anybody else", { timeout: 240_000 }, async () => {
    const context = await office.browserOf(browser, "admin");
    const page = await context.newPage();
    const refused: string[] = [];
    page.on("dialog", () => expect.unreachable("something opened a dialog"));
    // Markup that came through as such would be stopped by the policy of content, and told here.
    page.on("console", (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(`${page.url()}: ${message.text()}`));
    page.on(
      "request",
      (request) =>
        request.url().startsWith(office.address) ||
        /^(?:data|blob):/.test(request.url()) ||
        refused.push(`${page.url()}: ${request.url()}`),
    );
    let shown = 0;
    for (const path of paths) {
      await goTo(page, `${office.address}${path}`);
      expect(await page.evaluate("globalThis.hacked"), path).toBeUndefined();
      const made = await page
        .locator(
          "img[src='x'], svg[onload], [onerror], animate, iframe[srcdoc], a[href^='javascript' i], a[href^='data' i], a[href^='vbscript' i], main script",
        )
        .count();
      expect(made, `${path} made of it what was written`).toBe(0);
      if ((await page.locator("body").innerText()).includes("globalThis.hacked")) shown++;
    }
    expect(refused).toEqual([]);
    // It was there to be seen, as text.
    expect(shown).toBeGreaterThan(6);
    await context.close();
  });

  test.each(["en", "de"] as const)("where the chain breaks, a dashed line says what is missing, %s", async (language) => {
    const context = await office.browserOf(browser, "executive");
    onTestFinished(() => context.close());
    await context.addInitScript((chosen) => localStorage.setItem("allmend.preferences", JSON.stringify(chosen)), { language });
    const page = await context.newPage();
    await goTo(page, `${office.address}/program/map`);
    const { missing } = programWords[language].map;
    const stubs = page.locator(".map-stub");
    await stubs.first().waitFor();
    await picture(page, `strategy-map-stubs-${language}`);
    const texts = await stubs.allTextContents();
    for (const text of [missing.objectiveWithoutActivity, missing.activityWithoutObjective, missing.activityWithoutPolicy])
      expect(texts.join("\n")).toContain(text);
    // Nothing of it lies outside the picture, nor over a node.
    const boxes = await stubs.locator("text").evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
    const whole = await page.locator("svg.strategy-map").boundingBox();
    for (const { left, right } of boxes) {
      expect(left).toBeGreaterThanOrEqual(whole?.x ?? 0);
      expect(right).toBeLessThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0));
    }
  });
});
