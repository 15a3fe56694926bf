import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleResult } from "../../testing/sample-result.ts";
import { asHtml } from "../to-html.ts";
import { asMarkdown } from "../to-markdown.ts";
import { asText } from "../to-text.ts";
import type { ArtefactInput } from "../input.ts";
import { collectNotices } from "./collect.ts";
import { splitCopyrights } from "./copyright.ts";
import { noticesDocument } from "./document.ts";
import { textIdentity } from "./identity.ts";

const permission =
  "Permission is hereby granted, free of charge, to any person,\nprovided that the above copyright notice is kept.\n\nTHE SOFTWARE IS PROVIDED AS IS.";

function identityOf(text: string): string {
  return textIdentity(splitCopyrights(text).body);
}

describe("whose it is", () => {
  it("is taken from the lines that say so, and from no sentence of the licence", () => {
    const text = `The MIT License\n\nCopyright (c) 2019-2024 Ada Lovelace <ada@example.org>\nCopyright 2020, Böhm & Söhne AG\nAll rights reserved.\n\n${permission}`;
    expect(splitCopyrights(text)).toEqual({
      copyrights: ["Copyright (c) 2019-2024 Ada Lovelace <ada@example.org>", "Copyright 2020, Böhm & Söhne AG All rights reserved."],
      body: `The MIT License\n\n${permission}`,
    });
    for (const line of [
      "copyright notice and this permission notice appear in all copies.",
      "Copyright holders be liable for any claim",
      "(c) You must retain, in the Source form of any Derivative Works that You distribute, all copyright",
      "Copyright [yyyy] [name of copyright owner]",
    ])
      expect(splitCopyrights(`x\n${line}\ny`), line).toEqual({ copyrights: [], body: `x\n${line}\ny` });
    expect(splitCopyrights("© 2021 Ada\n\nterms").copyrights).toEqual(["© 2021 Ada"]);
  });

  it("is not whose the licence text is", () => {
    const text = `GNU GENERAL PUBLIC LICENSE\n\nCopyright (C) 2007 Free Software Foundation, Inc. <https://fsf.org/>\nEveryone is permitted to copy and distribute verbatim copies\nof this license document.`;
    expect(splitCopyrights(text)).toEqual({ copyrights: [], body: text });
  });

  it("stays where it stands in a file with several notices", () => {
    const text = `Copyright 2020 Ada\n\nterms of Ada\n\nCopyright 2021 Bob\n\nterms of Bob`;
    expect(splitCopyrights(text)).toEqual({ copyrights: [], body: text });
  });
});

describe("the same text", () => {
  it("is the same whatever its breaks, punctuation, heading and holder, and another with another word", () => {
    const plain = identityOf(`MIT License\n\nCopyright (c) 2020 Ada\n\n${permission}`);
    expect(identityOf(`# The MIT License (MIT)\r\n\r\nCopyright © 2021 Bob\r\n\r\n${permission.replaceAll("\n", "\r\n")}`)).toBe(plain);
    expect(identityOf(`Copyright (c) <year> <copyright holders>\n\n${permission}`)).toBe(plain);
    expect(identityOf(permission.replace("free of charge", "for a charge"))).not.toBe(plain);
    expect(identityOf("MIT License")).not.toBe(identityOf("ISC License"));
  });

  it("whatever white space stands between its words", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom(" ", "\n", "  \n"), { minLength: 40, maxLength: 40 }), (list, gaps) => {
        const loose = list.map((word, index) => `${word}${gaps[index] ?? " "}`).join("");
        expect(textIdentity(loose.trim())).toBe(textIdentity(list.join(" ")));
      }),
    );
  });
});

const [tools = "", charts = "", either = "", paged = ""] = sampleResult.components.slice(1).map(({ purl }) => purl);
const file = (text: string) => ({ path: "LICENSE", kind: "license" as const, text });

const input: ArtefactInput = {
  result: sampleResult,
  product: "shop",
  version: "2.0.0",
  language: "en",
  files: new Map([
    [
      tools,
      [
        file(`MIT License\n\nCopyright (c) 2020 Ada\n\n${permission}`),
        { path: "NOTICE", kind: "notice" as const, text: "Copyright 2020 Ada\nMade with care." },
      ],
    ],
    [paged, [file("AGPL terms\n```\n<script>alert(1)</script>\n```")]],
  ]),
  standard: new Map([["MIT", `Copyright (c) <year> <copyright holders>\n\n${permission}`]]),
  identify: (text) => (text.includes("Permission") ? "MIT" : null),
};

describe("notices", () => {
  const notices = collectNotices(input);

  it("account for every package that is delivered, each text once", () => {
    const told = new Set(
      [...notices.texts.flatMap(({ packages }) => packages), ...notices.textless, ...notices.unknown].map(({ purl }) => purl),
    );
    expect(notices.packages).toBe(4);
    expect([...told].sort()).toEqual([tools, charts, either, paged].sort());
    expect(notices.texts.map(({ license, packages }) => [license, packages.map(({ purl, own }) => [purl, own])])).toEqual([
      [
        "MIT",
        [
          [tools, true],
          [either, false],
        ],
      ],
      [null, [[paged, true]]],
    ]);
    expect(notices.texts[0]?.packages[0]?.copyrights).toEqual(["Copyright (c) 2020 Ada"]);
    expect(notices.texts[0]?.body).not.toContain("<year>");
    expect(notices.textless.map(({ purl }) => purl)).toEqual([charts]);
    expect(notices.notices[0]?.body).toBe("Copyright 2020 Ada\nMade with care.");
  });

  it("name the exception whose text no list has, below the licence whose text there is", () => {
    const components = sampleResult.components.map((item) =>
      item.purl === either ? { ...item, license: "GPL-2.0-only WITH Classpath-exception-2.0 AND LicenseRef-Ours" } : item,
    );
    const standard = new Map([["GPL-2.0-only", "GNU GENERAL PUBLIC LICENSE version 2"]]);
    const told = collectNotices({ ...input, result: { ...sampleResult, components }, standard });
    expect(told.texts.find(({ body }) => body.startsWith("GNU"))?.packages.map(({ purl }) => purl)).toEqual([either]);
    expect(told.textless.find(({ purl }) => purl === either)?.missing).toEqual(["Classpath-exception-2.0", "LicenseRef-Ours"]);
    const text = [...asText(noticesDocument({ ...input, result: { ...sampleResult, components }, standard }))].join("");
    expect(text).toContain("(to be added: Classpath-exception-2.0, LicenseRef-Ours)");
  });

  it("list what nobody knows, and leave it out of nothing", () => {
    const unknown = collectNotices({ ...input, product: "till", files: new Map() });
    expect(unknown).toMatchObject({ packages: 1, texts: [], unknown: [{ name: "serde" }] });
    const document = [...asText(noticesDocument({ ...input, product: "till", files: new Map() }))].join("");
    expect(document).toContain("serde 1.0.228");
  });

  it("are hostile to nobody in any form, and say what they are", () => {
    const [text, markdown, html] = [asText, asMarkdown, asHtml].map((draw) => [...draw(noticesDocument(input))].join("")) as [
      string,
      string,
      string,
    ];
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
    expect(markdown).toContain("````text\nAGPL terms\n```\n");
    for (const form of [text, html]) {
      expect(form).toContain("This is not legal advice. Licence knowledge spdx-test.");
      expect(form).toMatch(/inventory sha256:[0-9a-f]{64}/);
      expect(form.split("THE SOFTWARE IS PROVIDED AS IS.")).toHaveLength(2);
    }
    expect([...asText(noticesDocument({ ...input, language: "de" }))].join("")).toContain("keine Rechtsberatung");
  });
});
