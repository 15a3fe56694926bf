import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { identifyText } from "./identify.ts";

const list = createRequire(import.meta.url)("spdx-license-list/full") as Record<string, { licenseText: string }>;

function textOf(id: string): string {
  return list[id]?.licenseText ?? "";
}

describe("only, or any later version", () => {
  it.each(["GPL-1.0-only", "GPL-2.0-only", "GPL-3.0-only", "LGPL-2.1-only", "AGPL-3.0-only"])(
    "%s: what its appendix shows for others to write decides nothing, whatever stands between",
    (id) => {
      const apart = textOf(id).replace(
        /how to apply these terms/i,
        (title) => `${"Contributors: many people of many places. ".repeat(40)}\n${title}`,
      );
      expect(identifyText(textOf(id)).expression).toBe(id);
      expect(identifyText(apart).expression).toBe(id);
    },
  );

  it("a notice beside the text decides, a mere name and an example for others do not", () => {
    const text = textOf("GPL-2.0-only");
    const notice =
      "This program is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version.\n\n";
    expect(identifyText(notice + text).expression).toBe("GPL-2.0-or-later");
    expect(identifyText(`The thing is distributed under the GPL.\n\n${textOf("GPL-1.0-only")}`).expression).toBe("GPL-1.0-only");
    const example =
      "Only this version of the licence is valid here.\nIf you like, write something like\n\n\tThis file is licensed under the GPL v2, or a later version\n\tas the project decides.\n\nin your file.\n\n";
    expect(identifyText(example + text).expression).toBe("GPL-2.0-only");
  });
});
