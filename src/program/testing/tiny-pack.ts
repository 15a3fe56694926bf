// A pack for tests: two areas, two languages, parameters, a strategy.
import { type Documents, policy, rule } from "./folders.ts";

export const tinyPack: Documents = {
  "pack.yaml": `schema: allmend.pack/1
pack: tiny
version: 1.2
title: { en: Tiny, de: Winzig }
license: CC0-1.0
languages: [en, de]
teams:
  ospo: { en: The office }
  legal: { en: Lawyers }
parameters:
  holder: { type: text, default: "\${organization} AG", description: { en: Copyright holder } }
  stars: { type: number, default: 10, description: { en: Stars of a mature project } }
  homes: { type: list, default: [github.com/tiny], description: { en: Our organisations } }
`,
  "strategy.md": `---
strategy: { en: Sample strategy, de: Musterstrategie }
state: draft
owner: ospo
objectives:
  - { id: cheap, statement: Lower cost, from: lower-development-cost, key-results: [{ measure: delivery.lead-time, target: 2d }] }
  - { id: talent, statement: Good people, key-results: [{ measure: compliance.open-findings, target: 0 }] }
activities:
  - { id: inventory, title: Keep an inventory, kind: govern, owner: ospo, serves: { cheap: 3 } }
  - { id: upstream, title: Mend upstream, kind: contribute, owner: ospo, serves: { talent: 3, cheap: 1 } }
---

Sample prose of \${organization}.
`,
  "policies/compliance.md": policy(
    "compliance",
    `Permissive licences are fine.

${rule("id: permissive", "about: usage", 'when: license.strength == "permissive"', "decide: allow")}

Network copyleft is not used at \${organization}.

${rule("id: no-network", "about: usage", 'when: license.strength == "network"', "decide: deny", "lane: legal", "remedy: Ask ${holder}.")}

Closing words.`,
    "owner: ospo\nserves: [inventory]\ndefault: { usage: review }",
  ),
  "policies/compliance.de.md": `---
title: Lizenztreue
---

Freizügige Lizenzen sind in Ordnung.

${rule("id: permissive")}

Netzwerk-Copyleft wird bei \${organization} nicht verwendet.

${rule("id: no-network", "remedy: Fragen Sie ${holder}.")}
`,
  "policies/discovery.md": policy(
    "discovery",
    `Popular projects.

${rule("id: stars", "about: repository", "when: >-", "  repository.stars < ${stars} &&", "  !(repository.forgeOrganization in ${homes})", "decide: warn", "serves: [upstream]")}`,
    "owner: ospo\nserves: [upstream]",
  ),
};

/** A program in a folder with the tiny pack beside it. */
export function withTinyPack(documents: Documents): Documents {
  const pack = Object.fromEntries(Object.entries(tinyPack).map(([path, content]) => [`shipped-packs/tiny/${path}`, content]));
  return {
    "organization.yaml":
      "organization: Small\nlanguages: [en, de]\nextends: tiny@1\nteams:\n  ospo: { lead: mk }\n  legal: { lead: none }\n",
    ...pack,
    ...documents,
  };
}
