import { expect, test } from "vitest";
import { calendarText } from "./calendar.ts";

test("dates are iCalendar: lines of at most 75 bytes, nothing that breaks out of its line", () => {
  const title = `${"ä".repeat(60)}, a; b \\ c\r\nDTSTART:evil`;
  const text = calendarText(
    "Dates",
    [{ id: "case-1", day: "2026-12-01", title, url: "https://ospo.example.org/cases/1" }],
    "ospo.example.org",
    new Date("2026-11-30T12:00:00Z"),
  );
  const lines = text.split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual(["DTSTART;VALUE=DATE:20261201"]);
  const unfolded = text.replaceAll("\r\n ", "");
  expect(unfolded).toContain(`SUMMARY:${"ä".repeat(60)}\\, a\\; b \\\\ c DTSTART:evil\r\n`);
  expect(unfolded).toContain("UID:case-1@ospo.example.org");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});
