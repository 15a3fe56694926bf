// What people get to read when a document is wrong: every message with its place, what was expected, and a suggestion.
import { describe, expect, it } from "vitest";
import { policy, problemsOf, rule, smallProgram } from "../testing/folders.ts";

const organization = String(smallProgram["organization.yaml"]);
const strategy = String(smallProgram["strategy.md"]);

describe("a bad organization.yaml", () => {
  it("reports everything at once", async () => {
    const text = `schema: allmend.organisation/1
organization: Bad Corp
languages: [de, fr]
teems:
  ospo: {}
teams:
  ospo: { leed: mk, members: mk, unit: nowhere }
  ospo: { lead: x }
  legal: {}
executives: [rf]
boards:
  b: { name: B, lanes: { legal: 0 }, quorum: 2.5 }
  c: { name: { fr: C }, lanes: { legal: 1 }, quorum: 2 }
domains: [example]
products:
  - id: "bad id"
    deliverables: []
  - id: portal
    owner: opso
    criticality: hihg
    models: [consumtion]
    open-core: { core: [a], closed: [a] }
    deliverables:
      - { id: web, distribution: brwoser, repositories: ["../x"] }
      - { id: web, distribution: browser, repositories: [x], foo: 1 }
      - { distribution: browser, repositories: ["[a"] }
  - id: portal
    name: 7
    owner:
    deliverables: [{ id: web, distribution: browser, repositories: [x] }]
`;
    expect(await problemsOf({ "organization.yaml": text })).toMatchInlineSnapshot(`
      [
        "organization.yaml:1:9  error  "schema" is "allmend.organisation/1". Expected: allmend.organization/1. Did you mean "allmend.organization/1"?  [not-one-of]",
        "organization.yaml:3:17  error  "languages[2]" is "fr". Expected: en or de.  [not-one-of]",
        "organization.yaml:4:1  error  There is no key "teems". Expected: schema, organization, id, extends, languages, time-zone, domains, forges, engineers, names-of-people, units, units-apart, teams, executives, boards, business, products, reference-lines, site or parameters. Did you mean "teams"?  [unknown-key]",
        "organization.yaml:7:11  error  There is no key "leed" in "teams.ospo". Expected: name, lead, members, deputies, unit or since. Did you mean "lead"?  [unknown-key]",
        "organization.yaml:7:30  error  "teams.ospo.members" is "mk". Expected: a list, each item the id of a person (letters, digits, "-", "_", "."; at most 80).  [wrong-type]",
        "organization.yaml:7:40  error  There is no unit "nowhere". Expected: a unit; none is declared.  [unknown-reference]",
        "organization.yaml:8:3  error  "ospo" stands here a second time. Expected: each key once.  [duplicate-key]",
        "organization.yaml:12:33  error  "boards.b.lanes.legal" is 0: at least 1. Expected: a whole number.  [malformed]",
        "organization.yaml:12:46  error  "boards.b.quorum" is 2.5. Expected: a whole number.  [wrong-type]",
        "organization.yaml:13:16  error  There is no key "fr" in "boards.c.name". Expected: en or de.  [unknown-key]",
        "organization.yaml:13:54  warning  The quorum is 2, and the lanes have one seat together.  [contradiction]",
        "organization.yaml:14:11  error  "domains[1]" is "example". Expected: a domain such as example.org.  [malformed]",
        "organization.yaml:16:9  error  "products.bad id.id" is "bad id". Expected: a product id (letters, digits, "-", "_", "."; at most 80).  [malformed]",
        "organization.yaml:17:19  error  "products.bad id.deliverables" is an empty list: too short. Expected: a list of maps.  [malformed]",
        "organization.yaml:19:12  error  There is no team "opso". Expected: ospo or legal. Did you mean "ospo"?  [unknown-reference]",
        "organization.yaml:20:18  error  "products.portal.criticality" is "hihg". Expected: low, medium, high or critical. Did you mean "high"?  [not-one-of]",
        "organization.yaml:21:14  error  "products.portal.models[1]" is "consumtion". Expected: consumption, licensing, hosting, support, open-core or other. Did you mean "consumption"?  [not-one-of]",
        "organization.yaml:22:5  warning  Product "portal" has the boundary of an open core, and no such business model. Add open-core to its models, or take the boundary out.  [contradiction]",
        "organization.yaml:22:38  error  "a" is core and closed at once. Expected: each repository on one side of the boundary.  [contradiction]",
        "organization.yaml:24:34  error  "products.portal.deliverables.web.distribution" is "brwoser". Expected: internal, hosted, browser, distributed, embedded or source. Did you mean "browser"?  [not-one-of]",
        "organization.yaml:24:58  error  "products.portal.deliverables.web.repositories[1]" leaves the scanned folder. Expected: a repository or a glob such as claims-*.  [malformed]",
        "organization.yaml:25:62  error  There is no key "foo" in "products.portal.deliverables.web". Expected: id, kind, distribution, repositories or release-tags.  [unknown-key]",
        "organization.yaml:26:9  error  "id" is missing in "products.portal.deliverables[3]". Expected: a deliverable id (letters, digits, "-", "_", "."; at most 80).  [missing-key]",
        "organization.yaml:26:49  error  "products.portal.deliverables[3].repositories[1]" has a [ without its ]. Expected: a repository or a glob such as claims-*.  [malformed]",
        "organization.yaml:27:9  error  There is a second product "portal"; the first is in line 18. Expected: each id once.  [duplicate-id]",
        "organization.yaml:28:11  error  "products.portal.name" is 7. Expected: a text, or one for each language: { en: …, de: … }.  [wrong-type]",
        "organization.yaml:29:11  error  "products.portal.owner" is empty. Expected: a team id (letters, digits, "-", "_", "."; at most 80). Write a value, or leave the line out.  [missing-key]",
      ]
    `);
  });

  it("reports what is missing, of the wrong kind, or no map at all", async () => {
    expect(await problemsOf({ "organization.yaml": "teams: []\nproducts: {}\n" })).toMatchInlineSnapshot(`
      [
        "organization.yaml:1:1  error  "organization" is missing. Expected: the organisation's name.  [missing-key]",
        "organization.yaml:1:8  error  "teams" is an empty list. Expected: a map of keys and values.  [wrong-type]",
        "organization.yaml:2:11  error  "products" is a map. Expected: a list of maps.  [wrong-type]",
        "strategy.md:5:8  error  There is no team "ospo". Expected: a team; none is declared.  [unknown-reference]",
        "strategy.md:6:10  error  There is no executive, team, person or board "rf". Expected: an executive, team, person or board; none is declared.  [unknown-reference]",
        "strategy.md:15:69  error  There is no team "ospo". Expected: a team; none is declared.  [unknown-reference]",
      ]
    `);
    expect((await problemsOf({ "organization.yaml": "- a\n" }))[0]).toMatchInlineSnapshot(
      `"organization.yaml:1:1  error  The document is a list. Expected: a map of keys and values.  [wrong-type]"`,
    );
    expect((await problemsOf({ "organization.yaml": "" }))[0]).toMatchInlineSnapshot(
      `"organization.yaml:1:1  error  The document is empty. Expected: a map of keys and values. Write a value, or leave the line out.  [missing-key]"`,
    );
    expect((await problemsOf({ "organization.yaml": "organization: [x\nteams:\n\t- a\n" })).slice(0, 3)).toMatchInlineSnapshot(`
      [
        "organization.yaml:2:1  error  Flow sequence in block collection must be sufficiently indented and end with a ]. Check the indentation of this line and of the one above.  [yaml-syntax]",
        "organization.yaml:3:1  error  Tabs are not allowed as indentation. Indent with spaces.  [yaml-syntax]",
      ]
    `);
  });
});

describe("a bad strategy.md", () => {
  it("reports everything at once", async () => {
    const text = `---
strategy: S
version: 2026.10
state: in force
owner: ospos
sponsor: rff
in-force: 2026-07-01
review: 2026-06-31
objectives:
  - id: faster
    statement: x
    key-results:
      - { measure: delivery.leadtime, of: portl, target: lots }
      - { measure: K-41, target: 80%, due: soon, age: long }
  - { id: faster, statement: y }
  - { id: unserved }
activities:
  - { id: a, title: t, kind: consum, serves: { fster: 3, faster: 4 } }
  - { id: b, title: t, kind: govern }
upstreams:
  - { project: pkg:npm/fastify@1.0.0, wanted: contributer }
  - { project: fastify, wanted: leader }
---
text
`;
    expect(
      await problemsOf({ "strategy.md": text, "policies/compliance.md": policy("compliance", "Text.", "serves: [a]") }),
    ).toMatchInlineSnapshot(`
      [
        "strategy.md:4:8  error  "state" is "in force". Expected: draft, consultation, approved, in-force, review-due or superseded. Did you mean "in-force"?  [not-one-of]",
        "strategy.md:5:8  error  There is no team "ospos". Expected: ospo or legal. Did you mean "ospo"?  [unknown-reference]",
        "strategy.md:6:10  error  There is no executive, team, person or board "rff". Expected: rf, ospo, legal or mk. Did you mean "rf"?  [unknown-reference]",
        "strategy.md:8:9  error  "review" is no day of the calendar. Expected: a day as YYYY-MM-DD.  [malformed]",
        "strategy.md:13:20  error  There is no measure "delivery.leadtime". Expected: delivery.lead-time, compliance.open-findings or K-41. Did you mean "delivery.lead-time"?  [unknown-reference]",
        "strategy.md:13:43  error  There is no product "portl". Expected: portal. Did you mean "portal"?  [unknown-reference]",
        "strategy.md:13:58  error  "objectives.faster.key-results[1].target" is no number with a unit. Expected: a number with its unit, such as 80% or 2d.  [malformed]",
        "strategy.md:14:44  error  "objectives.faster.key-results[2].due" is "soon". Expected: a day as YYYY-MM-DD.  [malformed]",
        "strategy.md:14:55  error  "objectives.faster.key-results[2].age" is "long". Expected: a span of time such as 30d, 2h, 6m, 1y.  [malformed]",
        "strategy.md:15:5  warning  Nothing measures objective "faster". Expected: key-results with a measure and a target.  [objective-without-key-result]",
        "strategy.md:15:11  error  There is a second objective "faster"; the first is in line 10. Expected: each id once.  [duplicate-id]",
        "strategy.md:16:5  error  "statement" is missing in "objectives.unserved". Expected: a text, or one for each language: { en: …, de: … }.  [missing-key]",
        "strategy.md:16:5  warning  No activity serves objective "unserved". Add serves: { unserved: 2 } to an activity.  [objective-without-activity]",
        "strategy.md:16:5  warning  Nothing measures objective "unserved". Expected: key-results with a measure and a target.  [objective-without-key-result]",
        "strategy.md:18:30  error  "activities.a.kind" is "consum". Expected: consume, participate, contribute, lead, govern, educate or sponsor. Did you mean "consume"?  [not-one-of]",
        "strategy.md:18:48  error  There is no objective "fster". Expected: faster or unserved. Did you mean "faster"?  [unknown-reference]",
        "strategy.md:18:66  error  "activities.a.serves.faster" is 4: at most 3. Expected: 1, 2 or 3, or { strength: 2, effect: … }.  [malformed]",
        "strategy.md:19:5  warning  Activity "b" serves no objective. Expected: serves: { objective id: 1 to 3 }.  [activity-without-objective]",
        "strategy.md:21:16  error  "upstreams[1].project" names a version; a project is meant, whatever its version. Expected: a package URL such as pkg:npm/fastify, or the address of a repository.  [malformed]",
        "strategy.md:21:47  error  "upstreams[1].wanted" is "contributer". Expected: consumer, participant, contributor or leader. Did you mean "contributor"?  [not-one-of]",
        "strategy.md:22:16  error  "upstreams[2].project" is neither a package URL nor the address of a repository. Expected: a package URL such as pkg:npm/fastify, or the address of a repository.  [malformed]",
      ]
    `);
  });

  it("reports dates out of order, a text without front matter, and one that is too long", async () => {
    expect(await problemsOf({ "strategy.md": strategy.replace("review: 2026-12-31", "review: 2025-12-31") })).toMatchInlineSnapshot(`
      [
        "strategy.md:8:9  error  "review" (2025-12-31) is not after "in-force" (2026-01-01). Expected: a day after 2026-01-01.  [dates-out-of-order]",
      ]
    `);
    expect((await problemsOf({ "strategy.md": "# Strategy\n" }))[1]).toMatchInlineSnapshot(`undefined`);
    expect((await problemsOf({ "strategy.md": "---\nstrategy: x\n" }))[1]).toMatchInlineSnapshot(`undefined`);
    expect(await problemsOf({ "strategy.md": `${strategy}\n${"word ".repeat(1001)}` })).toMatchInlineSnapshot(`
      [
        "strategy.md:1:1  warning  The strategy has 1003 words. Expected: about two pages, 1000 words. Move details to policies or to the handbook.  [strategy-too-long]",
      ]
    `);
  });
});

describe("a bad policy", () => {
  it("reports everything at once", async () => {
    const body = `Sentence.

${rule("id: first", "about: usag", 'when: license.strength == "x', '  y"', "decide: deni", "lane: legl", "serves: [inventry]", "examples:", "  - { given: { license: X }, expct: deny }")}

Sentence.

${rule("id: first", "about: usage", "when: [a]", "decide: deny", "valid-from: 2026-02-01", "valid-until: 2026-01-01", "owner: nobody")}

Sentence.

${rule("about: usage", "when: true", "deside: deny")}

Sentence.

${rule("id: broken", "when: 'open", "decide: deny")}`;
    const front = `approved-by: nobodyy
in-force: 2026-07-01
review: 2026-01-01
serves: [inventori]
default: { usge: review, usage: maybe }
off: { some-rule: because }`;
    expect(await problemsOf({ "policies/discovery.md": policy("complience", body, front) })).toMatchInlineSnapshot(`
      [
        "policies/discovery.md:2:9  error  "policy" is "complience". Expected: discovery, review-approval, commercial-procurement, code-management, community-interaction, compliance or executive-engagement. Did you mean "compliance"?  [not-one-of]",
        "policies/discovery.md:5:14  error  There is no executive, board, team or person "nobodyy". Expected: rf, ospo, legal or mk.  [unknown-reference]",
        "policies/discovery.md:7:9  error  "review" (2026-01-01) is not after "in-force" (2026-07-01). Expected: a day after 2026-07-01.  [dates-out-of-order]",
        "policies/discovery.md:8:10  error  There is no activity "inventori". Expected: inventory. Did you mean "inventory"?  [unknown-reference]",
        "policies/discovery.md:9:12  error  There is no key "usge" in "default". Expected: organization, product, repository, usage, contribution, release, delivery or upstream. Did you mean "usage"?  [unknown-key]",
        "policies/discovery.md:9:33  error  "default.usage" is "maybe". Expected: allow, warn, review or deny.  [not-one-of]",
        "policies/discovery.md:10:8  error  No pack brings a rule "some-rule" to this area.  [unknown-reference]",
        "policies/discovery.md:19:8  error  "about" is "usag". Expected: organization, product, repository, usage, contribution, release, delivery or upstream. Did you mean "usage"?  [not-one-of]",
        "policies/discovery.md:22:9  error  "decide" is "deni". Expected: allow, warn, review or deny. Did you mean "deny"?  [not-one-of]",
        "policies/discovery.md:23:7  error  There is no lane or team "legl". Expected: ospo or legal. Did you mean "legal"?  [unknown-reference]",
        "policies/discovery.md:24:10  error  There is no activity "inventry". Expected: inventory. Did you mean "inventory"?  [unknown-reference]",
        "policies/discovery.md:26:5  error  "expect" is missing in "examples[1]". Expected: allow, warn, review or deny.  [missing-key]",
        "policies/discovery.md:26:30  error  There is no key "expct" in "examples[1]". Expected: given or expect. Did you mean "expect"?  [unknown-key]",
        "policies/discovery.md:32:5  error  There is a second rule "first"; the first is in line 18. Expected: each id once.  [duplicate-id]",
        "policies/discovery.md:34:7  error  "when" is a list. Expected: a condition (CEL).  [wrong-type]",
        "policies/discovery.md:37:14  error  "valid-until" (2026-01-01) is before "valid-from" (2026-02-01). Expected: a day from 2026-02-01 on.  [dates-out-of-order]",
        "policies/discovery.md:38:8  error  There is no team "nobody". Expected: ospo or legal.  [unknown-reference]",
        "policies/discovery.md:44:1  error  "id" is missing. Expected: a rule id (letters, digits, "-", "_", "."; at most 80).  [missing-key]",
        "policies/discovery.md:44:1  error  "decide" is missing. Expected: allow, warn, review or deny.  [missing-key]",
        "policies/discovery.md:46:1  error  There is no key "deside". Expected: schema, id, about, when, decide, unknown, lane, remedy, serves, owner, source, modality, assurance, examples, valid-from, valid-until or mode. Did you mean "decide"?  [unknown-key]",
        "policies/discovery.md:55:1  error  Missing closing 'quote.  [yaml-syntax]",
      ]
    `);
  });

  it("reports a page of another area, and one that serves nothing", async () => {
    expect(await problemsOf({ "policies/discovery.md": policy("compliance", "Text.", "owner: ospo") })).toMatchInlineSnapshot(`
      [
        "policies/discovery.md:1:1  warning  Policy "discovery" serves no activity of the strategy. Expected: serves: [activity ids].  [policy-without-activity]",
        "policies/discovery.md:2:9  error  This page is discovery.md and says that it is "compliance". Expected: discovery.  [area-mismatch]",
      ]
    `);
  });
});

describe("a bad licenses.yaml", () => {
  it("reports everything at once", async () => {
    const text = `categories:
  LGLP-*: { strength: strong }
  MITT: { strength: permisive }
  LicenseRef-x: { strength: weak }
choices:
  - { expression: "Apache-2.0 OR MIT", choose: BSD-3-Clause }
  - { expression: "Apache-2.0 AND", choose: MIT }
  - { expression: MIT, choose: MIT }
curations:
  - { component: npm/x, declared: ISCC, concluded: MIT, because: "" }
waivers:
  - { rule: no-such, about: {}, because: x, owner: legl }
  - { rule: no-network, about: { prodct: x }, because: x, owner: ospo, expires: 2026-13-01 }
  - { rule: no-network, about: { product: portl, component: "pkg:npm/x@" }, because: x, owner: ospo, expires: 2026-12-01, granted-by: bord }
`;
    expect(await problemsOf({ "licenses.yaml": text })).toMatchInlineSnapshot(`
      [
        "licenses.yaml:2:3  error  "LGLP-*" matches no SPDX licence id. Did you mean "LGPL-*"?  [malformed]",
        "licenses.yaml:3:3  error  "MITT" is no SPDX licence id. Did you mean "MIT"?  [malformed]",
        "licenses.yaml:3:21  error  "categories.MITT.strength" is "permisive". Expected: permissive, weak, strong, network, public-domain, proprietary, none or unknown. Did you mean "permissive"?  [not-one-of]",
        "licenses.yaml:6:48  error  "BSD-3-Clause" is none of the licences that "Apache-2.0 OR MIT" offers. Expected: Apache-2.0 or MIT.  [contradiction]",
        "licenses.yaml:7:19  error  "choices[2].expression" is no licence expression: A licence is missing at the end. Expected: an SPDX licence expression.  [malformed]",
        "licenses.yaml:8:19  error  "MIT" offers no choice. Expected: licences joined by OR.  [contradiction]",
        "licenses.yaml:10:18  error  "curations[1].component" is not understood: it does not begin with pkg:. Expected: a package URL such as pkg:npm/lodash, with a version or range after @ where one is meant.  [malformed]",
        "licenses.yaml:10:35  error  "curations[1].declared" is no licence expression: "ISCC" is no licence of the SPDX list. Expected: an SPDX licence expression. Did you mean "ISC"?  [malformed]",
        "licenses.yaml:10:66  error  "curations[1].because" is empty. Expected: a reason.  [malformed]",
        "licenses.yaml:12:5  error  "expires" is missing in "waivers[1]". Expected: the last day on which it holds, as YYYY-MM-DD.  [missing-key]",
        "licenses.yaml:12:13  error  There is no rule "no-such". Expected: no-network.  [unknown-reference]",
        "licenses.yaml:12:29  error  "waivers[1].about" names nothing. Expected: a product, repository, component or upstream.  [malformed]",
        "licenses.yaml:12:52  error  There is no team, person or executive "legl". Expected: ospo, legal, mk or rf. Did you mean "legal"?  [unknown-reference]",
        "licenses.yaml:13:34  error  There is no key "prodct" in "waivers[2].about". Expected: product, repository, component or upstream. Did you mean "product"?  [unknown-key]",
        "licenses.yaml:13:81  error  "waivers[2].expires" is no day of the calendar. Expected: the last day on which it holds, as YYYY-MM-DD.  [malformed]",
        "licenses.yaml:14:43  error  There is no product "portl". Expected: portal. Did you mean "portal"?  [unknown-reference]",
        "licenses.yaml:14:61  error  "waivers[3].about.component" is not understood: there is no version after @. Expected: a package URL such as pkg:npm/lodash, with a version or range after @ where one is meant.  [malformed]",
        "licenses.yaml:14:135  error  There is no board, team, person or executive "bord". Expected: ospo, legal, mk or rf.  [unknown-reference]",
      ]
    `);
  });
});

describe("a document that cannot be read", () => {
  it("hides no fault of the others, and makes none up", async () => {
    const rest = {
      "licenses.yaml":
        "categories: { MITT: { strength: weak } }\nwaivers:\n  - { rule: no-network, about: { product: portal }, because: x, owner: ospo, expires: 2027-01-01 }\n",
    };
    expect(await problemsOf({ ...rest, "organization.yaml": "organization: 'x\n" })).toMatchInlineSnapshot(`
      [
        "licenses.yaml:1:15  error  "MITT" is no SPDX licence id. Did you mean "MIT"?  [malformed]",
        "organization.yaml:2:1  error  Missing closing 'quote.  [yaml-syntax]",
      ]
    `);
    expect(await problemsOf({ ...rest, "strategy.md": "---\nstrategy: 'x\n---\n" })).toMatchInlineSnapshot(`
      [
        "licenses.yaml:1:15  error  "MITT" is no SPDX licence id. Did you mean "MIT"?  [malformed]",
        "strategy.md:3:1  error  Missing closing 'quote.  [yaml-syntax]",
      ]
    `);
    expect(await problemsOf({ ...rest, "policies/compliance.md": "---\npolicy: [\n---\n" })).toMatchInlineSnapshot(`
      [
        "licenses.yaml:1:15  error  "MITT" is no SPDX licence id. Did you mean "MIT"?  [malformed]",
        "policies/compliance.md:3:1  error  Flow sequence in block collection must be sufficiently indented and end with a ]. Check the indentation of this line and of the one above.  [yaml-syntax]",
      ]
    `);
    expect(
      await problemsOf({
        ...rest,
        "organization.yaml": `${organization}extends: none@1\n`,
        "strategy.md": strategy.replace("serves: { no-surprises", "serves: { of-the-pack"),
      }),
    ).toMatchInlineSnapshot(`
      [
        "licenses.yaml:1:15  error  "MITT" is no SPDX licence id. Did you mean "MIT"?  [malformed]",
        "organization.yaml:12:10  error  There is no pack "none". Expected: a pack; none is here.  [pack-unknown]",
      ]
    `);
  });
});
