import { describe, expect, it } from "vitest";
import { load, problemsOf, smallProgram } from "../testing/folders.ts";

const kind = `case: borrow
title: Borrow
opens: [requester]
fields:
  what: { ask: What, type: choice, of: { book: Book, map: Map } }
  until: { ask: Until, type: date, required: true, when: { what: book } }
  pages: { ask: Pages, type: number }
lanes:
  legal: { title: Legal, decides: { role: admin }, when: [{ what: map, pages: { at-least: 3 } }] }
escalation: { role: executive }
`;

describe("a kind of case", () => {
  it("is read with its defaults", async () => {
    const { program, problems } = await load({ ...smallProgram, "cases/borrow.yaml": kind });
    expect(problems.filter(({ file }) => file.includes("cases"))).toEqual([]);
    expect(program?.cases).toMatchObject([
      { kind: "borrow", lanes: [{ quorum: 1, tie: "escalate" }], within: { answer: "30d" }, reopens: false, lapsesWhen: [] },
    ]);
  });

  it("may not speak of what it does not hold", async () => {
    const broken = kind
      .replace("when: { what: book }", "when: { pages: { at-least: 1 } }")
      .replace("{ what: map, pages: { at-least: 3 } }", "{ waht: map }, { what: mpa }, { what: { at-most: 2 } }")
      .concat("expires: until\nseparation: [pages]\nwrites:\n  - { record: approval, subject: titel }\n")
      .concat(
        "life: { start: lent, states: { lend: { title: Lent, to: [back] } } }\nclocks:\n  soon: { title: Soon, after: 3 days, from: pages }\n",
      );
    expect(
      (await problemsOf({ ...smallProgram, "cases/borrow.yaml": broken })).filter((line) => line.includes("cases/")),
    ).toMatchInlineSnapshot(`
      [
        "cases/borrow.yaml:6:67  error  Field "pages" is asked later. Expected: what.  [contradiction]",
        "cases/borrow.yaml:9:67  error  There is no field "waht". Expected: what, until or pages. Did you mean "what"?  [contradiction]",
        "cases/borrow.yaml:9:82  error  "mpa" is no answer to "what". Expected: book or map.  [contradiction]",
        "cases/borrow.yaml:9:97  error  Field "what" holds a choice, and no number. Expected: a value.  [contradiction]",
        "cases/borrow.yaml:11:10  error  Field "until" may be left empty, and the approval would never end. Expected: a required field without a condition.  [contradiction]",
        "cases/borrow.yaml:12:14  error  Field "pages" holds a number. Expected: a field of type person or team.  [contradiction]",
        "cases/borrow.yaml:14:34  error  There is no field "titel". Expected: what, until or pages.  [contradiction]",
        "cases/borrow.yaml:15:16  error  There is no state "lent". Expected: lend. Did you mean "lend"?  [contradiction]",
        "cases/borrow.yaml:15:58  error  There is no state "back". Expected: lend.  [contradiction]",
        "cases/borrow.yaml:17:31  error  "clocks.soon.after" is "3 days". Expected: a span of time such as 30d, 2h, 6m, 1y.  [malformed]",
      ]
    `);
  });

  it("needs somebody who decides, and one decider each", async () => {
    const nobody = kind.replace(/lanes:\n.*\n/, "");
    expect(
      (await problemsOf({ ...smallProgram, "cases/borrow.yaml": nobody })).filter((line) => line.includes("cases/")),
    ).toMatchInlineSnapshot(`
      [
        "cases/borrow.yaml:1:7  error  Nobody decides "borrow". Expected: lanes, or what is decided automatically.  [contradiction]",
      ]
    `);
    const broken = kind.replace("{ role: executive }", "{ role: executive, team: ospo }");
    expect(
      (await problemsOf({ ...smallProgram, "cases/borrow.yaml": broken })).filter((line) => line.includes("cases/")),
    ).toMatchInlineSnapshot(`
      [
        "cases/borrow.yaml:10:13  error  "escalation" must name one of team, board, role, field.  [malformed]",
      ]
    `);
  });
});
