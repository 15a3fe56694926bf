import { describe, expect, it } from "vitest";
import { printable, printableLines } from "./printable.ts";
import { formatProblem } from "./problems.ts";

describe("printable", () => {
  it.each([
    ["\u001B[31mred\u001B]0;title\u0007", "�[31mred�]0;title�"],
    ["\u009B31m", "�31m"],
    ["a\nb\r\tc", "a�b��c"],
    ["txt\u202Egpj.exe\u2066x\u2069\u200F\u061C", "txt�gpj.exe�x���"],
    ["a\u2028b\u2029c\u0000\u007F", "a�b�c��"],
    ["Zürich 東京 👩‍💻 «a»", "Zürich 東京 👩‍💻 «a»"],
  ])("%j", (given, expected) => {
    expect(printable(given)).toBe(expected);
  });

  it("keeps line ends where there are several lines", () => {
    expect(printableLines("a\nb\r\u001B[2J")).toBe("a\nb��[2J");
  });
});

describe("formatProblem", () => {
  it("writes one line, whatever the names in it", () => {
    const line = formatProblem({
      code: "lockfile-unreadable",
      severity: "error",
      file: "web:a\nFINE\u001B[2J/package.json",
      line: 3,
      message: 'Not JSON: "\u202E"',
      hint: "Mend\r\nit.",
    });
    expect(line).toBe('web:a�FINE�[2J/package.json:3  error  Not JSON: "�". Mend��it.  [lockfile-unreadable]');
  });
});
