import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { identifyText } from "../identify.ts";

const listed = createRequire(import.meta.url)("spdx-license-list/full") as Record<string, { licenseText: string }>;

const lgpl =
  "This library is free software; you can redistribute it and/or\nmodify it under the terms of the GNU Lesser General Public\nLicense as published by the Free Software Foundation; either\nversion 2.1 of the License, or (at your option) any later version.\n\nThis library is distributed in the hope that it will be useful,\nbut WITHOUT ANY WARRANTY; without even the implied warranty of\nMERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU\nLesser General Public License for more details.\n";

describe("GNU notices", () => {
  it.each([
    [lgpl, "LGPL-2.1-or-later"],
    [lgpl.replace(/^/gm, " * "), "LGPL-2.1-or-later"],
    [
      lgpl.replace("either\nversion 2.1 of the License, or (at your option) any later version", "version 2.1 of the License"),
      "LGPL-2.1-only",
    ],
    ["modify it under the terms of version 2 of the GNU General Public License as published by the FSF.", "GPL-2.0-only"],
    ["licensed under the GNU Affero General Public License, version 3 or later", "AGPL-3.0-or-later"],
    ["This file is licensed under the GPLv2+, like the rest.", "GPL-2.0-or-later"],
    ["License: GPL-3+\n", "GPL-3.0-or-later"],
    ["Released under the GNU GPL v3.", "GPL-3.0-only"],
    ["under the terms of either version 2 or version 3 of the GNU General Public License", "GPL-2.0-only OR GPL-3.0-only"],
    ["GNU General Public License version 2 or 3", "GPL-2.0-only OR GPL-3.0-only"],
    ["Licensed under GPL, see COPYING.", "GPL-1.0-or-later"],
    ["On Debian systems, the complete text of the GNU General Public License is in /usr/share/common-licenses/GPL-2.", "GPL-2.0-only"],
  ])("%j", (text, expression) => expect(identifyText(text).expression).toBe(expression));
});

describe("other notices", () => {
  it.each([
    ["/*! thing 1.0 | (c) 2010 | Released under the MIT license */", "MIT"],
    ["## License\n\nISC\n", "ISC"],
    [
      "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at http://mozilla.org/MPL/2.0/.",
      "MPL-2.0",
    ],
    [
      "Distributed under the Boost Software License, Version 1.0. (See accompanying file LICENSE_1_0.txt or copy at http://www.boost.org/LICENSE_1_0.txt)",
      "BSL-1.0",
    ],
    ["Use of this source code is governed by a BSD-style license that can be found in the LICENSE file.", "BSD-3-Clause"],
    ["This work is licensed under a Creative Commons Attribution-ShareAlike 4.0 International License.", "CC-BY-SA-4.0"],
    [
      "This program is free software; you can redistribute it and/or modify it under the same terms as Perl itself.",
      "Artistic-1.0-Perl OR GPL-1.0-or-later",
    ],
    ["https://opensource.org/licenses/Apache-2.0", "Apache-2.0"],
    ["Academic Free License v3.0", "AFL-3.0"],
    [
      '"it under the terms of the GNU General Public License as published by \\n"\n"the Free Software Foundation; either version 2 of the License, or \\n"\n"(at your option) any later version.\\n"',
      "GPL-2.0-or-later",
    ],
    ["Dieses Programm steht unter der GNU General Public License, Version 3 oder später.", "GPL-3.0-or-later"],
    ["Ce logiciel est sous licence GPL version 2 ou ultérieure.", "GPL-2.0-or-later"],
    [
      "This file is available under the terms of the Mozilla Public License 1.1, or the GPL 2.0, or the LGPL 2.1",
      "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-only",
    ],
    ["The programs are licensed under the GNU GPL. The library is licensed under the GNU LGPL.", "GPL-1.0-or-later AND LGPL-2.0-or-later"],
  ])("%j", (text, expression) => expect(identifyText(text).expression).toBe(expression));

  it("takes the licence file of a well-known repository for what everyone knows that it holds, and its home page for nothing", () => {
    expect(identifyText("https://github.com/kubernetes/kubernetes/blob/master/LICENSE").expression).toBe("Apache-2.0");
    expect(identifyText("// Licensed as https://github.com/kubernetes/kubernetes/blob/master/LICENSE says.\n").licenses).toMatchObject([
      { spdx: "Apache-2.0", kind: "header", confidence: 0.65 },
    ]);
    expect(identifyText("https://github.com/someone/something/blob/master/LICENSE").expression).toBeNull();
    expect(identifyText("Works with https://github.com/kubernetes/kubernetes since 2019.").expression).toBeNull();
  });

  it("sees what was taken over under a licence of its own", () => {
    expect(identifyText("// Based on https://example.org/blob.js\n// (MIT licensed)\n\nconst a = 1;\n").expression).toBe("MIT");
    expect(identifyText("# Inspired by the GPL licence debate of the nineties.\n\nx = 1\n").expression).toBeNull();
  });

  it("sees choices", () => {
    expect(
      identifyText("You may use it under the terms of either the BSD License or the\nGNU General Public License (GPL) Version 2.")
        .expression,
    ).toBe("BSD-3-Clause OR GPL-2.0-only");
    expect(identifyText("Dual licensed under the MIT or GPL Version 2 licenses.").expression).toBe("MIT OR GPL-2.0-only");
    expect(identifyText("Licensed under either of\n * Apache License, Version 2.0\n * MIT license\nat your option.").expression).toBe(
      "Apache-2.0 OR MIT",
    );
    expect(identifyText("Parts are licensed under the MIT license. The documentation is licensed under the ISC license.").expression).toBe(
      "MIT AND ISC",
    );
  });

  it("keeps apart what the parts of a project are under, however short it is said", () => {
    expect(identifyText("The library is GPL, the programs are LGPL.").expression).toBe("GPL-1.0-or-later AND LGPL-2.0-or-later");
    expect(identifyText("The library is LGPL, the programs are GPL.").expression).toBe("LGPL-2.0-or-later AND GPL-1.0-or-later");
    expect(identifyText("This tool is MIT.").expression).toBe("MIT");
  });

  it("takes the names of things for no licence, though a licence is called like them", () => {
    for (const text of [
      "MIT Kerberos and Apache HTTP servers",
      "The licence server is MIT Scheme, used with MIT Kerberos 5 and run under BSD Unix.",
      "It is distributed with MIT Kerberos; ask for a licence key.",
      "Needs an X11 server and BSD sockets.",
    ]) {
      expect(identifyText(text).expression, text).toBeNull();
    }
    for (const text of ["MIT (c) 2012 Jane Doe", "MIT\nJane Doe", "License: MIT Author: Jane Doe", "released under MIT by Jane Doe"])
      expect(identifyText(text).expression, text).toBe("MIT");
  });

  it("reads what a kernel module says to the loader, and believes the file's own notice before it", () => {
    expect(identifyText('MODULE_LICENSE("Dual BSD/GPL");\n').licenses).toMatchObject([
      { spdx: "GPL-2.0-only OR BSD-3-Clause", confidence: 0.6, kind: "header", lines: [1, 1] },
    ]);
    expect(identifyText('int x;\nMODULE_LICENSE("GPL v2");\n').expression).toBe("GPL-2.0-only");
    expect(identifyText('char _license[] SEC("license") = "GPL";\n').expression).toBe("GPL-2.0-only");
    expect(identifyText('MODULE_LICENSE("Proprietary");\n').expression).toBeNull();
    expect(identifyText(`${lgpl.replaceAll("Lesser ", "").replaceAll("2.1", "2")}\nMODULE_LICENSE("GPL");\n`).expression).toBe(
      "GPL-2.0-or-later",
    );
    expect(identifyText('// SPDX-License-Identifier: GPL-2.0-or-later\nMODULE_LICENSE("GPL");\n').expression).toBe("GPL-2.0-or-later");
  });

  it("knows the NOTICE of the Apache Software Foundation by its form, and that only", () => {
    const notice =
      "Apache Thing\nCopyright 2002-2010 The Apache Software Foundation\n\nThis product includes software developed at\nThe Apache Software Foundation (http://www.apache.org/).\n";
    expect(identifyText(notice).licenses).toMatchObject([{ spdx: "Apache-2.0", confidence: 0.7, lines: [1, 5] }]);
    expect(identifyText(notice.replace("Copyright 2002-2010 The Apache Software Foundation", "Copyright Somebody")).expression).toBeNull();
  });

  it("leaves out the licence that was given up", () => {
    for (const text of [
      "- Changed: relicense ([MIT](https://opensource.org/licenses/MIT) \u2192 [ISC](https://opensource.org/licenses/ISC))",
      "Changed the license from the MIT license to the ISC license",
    ])
      expect(identifyText(text).expression, text).toBe("ISC");
    expect(identifyText("Licensed from MIT to you under the MIT license.").expression).toBe("MIT");
  });

  it("sees a choice that is announced far ahead of the texts, or by letters", () => {
    const mit = listed["MIT"]?.licenseText ?? "";
    const apache =
      'Licensed under the Apache License, Version 2.0 (the "License");\nyou may not use this file except in compliance with the License.';
    const between = "It is simple, and it places almost no restrictions on what you can do with it.\n".repeat(20);
    expect(
      identifyText(`You may use it under the terms of either the MIT License or the Apache License 2.0.\n${between}${mit}\n${apache}\n`)
        .expression,
    ).toBe("Apache-2.0 OR MIT");
    expect(
      identifyText(
        `You can redistribute it under the terms of either:\n  a) the "MIT License"\n  b) the "Apache-2.0 License"\n\n${mit}\n\n${apache}\n`,
      ).expression,
    ).toBe("Apache-2.0 OR MIT");
  });

  it("takes the address of a program's source for no licence, though the list names it as one", () => {
    expect(identifyText("A port of wcwidth() by Markus Kuhn: http://www.cl.cam.ac.uk/~mgk25/ucs/wcwidth.c\n").expression).toBeNull();
  });

  it("passes over licences that do not apply", () => {
    for (const text of [
      "Linked with it, the BSD license may not apply to the program.",
      "This is not licensed under the GPL.",
      "A GPL-compatible parser.",
      "See http://example.org/license for details.",
      "We moved from openssl to boringssl.",
    ]) {
      expect(identifyText(text).expression, text).toBeNull();
    }
  });
});
