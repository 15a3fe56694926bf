import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { History, Person } from "#facts";
import { Affiliation, unaffiliated } from "./affiliation.ts";
import { activityOf } from "./activity.ts";
import { cadenceOf } from "./cadence.ts";
import { communityOf } from "./community.ts";
import { type Contribution, DAY, YEAR } from "./contributions.ts";
import { contributorsOf } from "./contributors.ts";
import { leastHalf } from "./least-half.ts";
import { onionOf } from "./onion.ts";
import { organizationsOf } from "./organizations.ts";
import { isPersonalDomain } from "./personal-domains.ts";
import { STREAM_QUARTERS, streamOf } from "./stream.ts";

const NOW = Date.parse("2026-11-30T00:00:00Z") / 1000;

function contribution(person: number, daysAgo: number, affiliate = unaffiliated): Contribution {
  return { row: 0, person, time: NOW - daysAgo * DAY, affiliate };
}

describe("the fewest who make half", () => {
  it("is 2 for the worked example of CHAOSS", () => {
    expect(leastHalf([1000, 202, 90, 33, 332, 343, 42, 433])).toBe(2);
    expect(leastHalf([5, 5])).toBe(1);
    expect(leastHalf([0])).toBeUndefined();
    expect(leastHalf([])).toBeUndefined();
  });

  it("is the smallest number that reaches half", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }), (counts) => {
        const sorted = [...counts].sort((a, b) => b - a);
        const sum = (length: number) => sorted.slice(0, length).reduce((all, one) => all + one, 0);
        const factor = leastHalf(counts) ?? 0;
        expect(sum(factor) * 2).toBeGreaterThanOrEqual(sum(sorted.length));
        expect(sum(factor - 1) * 2).toBeLessThan(sum(sorted.length));
      }),
    );
  });
});

describe("the onion", () => {
  it("puts a sole maintainer into the core, and layers by the share that precedes", () => {
    expect(onionOf([7])).toEqual({ core: 1, regular: 0, casual: 0 });
    expect(onionOf([80, 10, 5, 5])).toEqual({ core: 1, regular: 2, casual: 1 });
    expect(onionOf([])).toEqual({ core: 0, regular: 0, casual: 0 });
  });

  it("holds everybody once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 })), (counts) => {
        const { core, regular, casual } = onionOf(counts);
        expect(core + regular + casual).toBe(counts.length);
      }),
    );
  });
});

describe("contributors", () => {
  it("are new, returning, gone and drifting by what they did before and in the window", () => {
    const list = [
      contribution(1, 800), // came back after a long time
      contribution(4, 500), // gone
      contribution(2, 400), // stayed: a month between
      contribution(2, 361),
      contribution(1, 100),
      contribution(2, 300),
      contribution(3, 20), // new
      contribution(5, 900), // gone before the window before
    ].sort((a, b) => a.time - b.time);
    expect(contributorsOf(list, NOW - YEAR, NOW)).toEqual({ active: 3, new: 1, returning: 1, gone: 1, drifting: 1, repeat: 2 });
  });

  it("are each at most one of new and returning, and active if either", () => {
    const list = fc.array(fc.record({ person: fc.nat(8), daysAgo: fc.nat(1200) }));
    fc.assert(
      fc.property(list, (given) => {
        const sorted = given.map(({ person, daysAgo }) => contribution(person, daysAgo + 1)).sort((a, b) => a.time - b.time);
        const result = contributorsOf(sorted, NOW - YEAR, NOW);
        expect(result.new + result.returning).toBeLessThanOrEqual(result.active);
        expect(result.active + result.gone).toBeLessThanOrEqual(new Set(given.map(({ person }) => person)).size);
      }),
    );
  });
});

describe("affiliation", () => {
  const affiliation = new Affiliation({
    us: "Acme",
    domains: ["acme.org"],
    affiliations: {
      organizations: [
        { id: "labs", name: "Acme Labs", domains: ["labs.ch"], ours: true },
        { id: "bolt", name: "Bolt", domains: ["bolt.io", "bolt-systems.com"], ours: false },
      ],
      people: [
        { addresses: ["7+ada@users.noreply.github.com", "ada@gmail.com"], organization: "us", from: "2025-01-01", until: "2025-12-31" },
      ],
      personal: ["ada.name"],
      bots: ["acme builder"],
    },
  });
  const named = (email: string) => affiliation.ofAddress(email).name;

  it("goes by the end of the domain, the documents first", () => {
    expect(
      ["a@acme.org", "a@mail.ACME.org", "a@labs.ch", "a@notacme.org", "a@eu.bolt-systems.com", "a@x.co.uk", "a@b.x.co.uk"].map(named),
    ).toEqual(["Acme", "Acme", "Acme", "notacme.org", "Bolt", "x.co.uk", "x.co.uk"]);
  });

  it("leaves private and forge addresses unaffiliated, whatever else was met before", () => {
    affiliation.ofAddress("staff@github.com");
    const private_ = [
      "1+x@users.noreply.github.com",
      "x@gmail.com",
      "x@ada.name",
      "x@ada.name.evil",
      "nonsense",
      "x@localhost",
      "x@pc.local",
    ];
    expect(private_.map(named)).toEqual(["", "", "", "name.evil", "", "", ""]);
    expect(isPersonalDomain("hotmail.co.uk")).toBe(true);
  });

  it("holds people to the days that the document names", () => {
    const history = {
      identities: [{ name: "Ada", email: "Ada@gmail.com" }],
      people: [{ name: "Ada", email: "ada@gmail.com", bot: false }],
      personOf: Int32Array.of(0),
    } as unknown as History;
    const of = affiliation.of(history);
    const at = (day: string) => of(0, Date.parse(`${day}Z`) / 1000).name;
    expect([at("2024-12-31T23:59:59"), at("2025-01-01T00:00:00"), at("2025-12-31T23:59:59"), at("2026-01-01T00:00:00")]).toEqual([
      "",
      "Acme",
      "Acme",
      "",
    ]);
    expect(affiliation.isBot({ name: "Acme Builder", email: "x@y.z", bot: false })).toBe(true);
  });
});

describe("organisations", () => {
  const org = (name: string, ours = false) => ({ id: name, name, ours });
  it("are named from five people on, and the unaffiliated are none", () => {
    const big = org("big");
    const small = org("small", true);
    const list = [
      ...[1, 2, 3, 4, 5].map((person) => contribution(person, 10, big)),
      ...[6, 6, 6].map((person) => contribution(person, 10, small)),
      ...[7, 8].map((person) => contribution(person, 10)),
    ];
    expect(organizationsOf(list, true)).toEqual({
      count: 2,
      elephantFactor: 1,
      largestShare: 0.5,
      oursShare: 0.3,
      unaffiliatedShare: 0.2,
      named: [{ name: "big", commits: 5, share: 0.5 }],
      smaller: { organizations: 1, commits: 3 },
    });
    expect(organizationsOf(list, false)?.oursShare).toBeNull();
    expect(organizationsOf([], true)).toBeUndefined();
  });
});

describe("the stream of contributors", () => {
  const us = { id: "us", name: "Acme", ours: true };
  const other = { id: "beta", name: "Beta", ours: false };

  it("counts people by kind in each quarter, and says no number under five", () => {
    const list = [
      ...[1, 2, 3, 4, 5].map((person) => contribution(person, 700, us)),
      ...[6, 7].map((person) => contribution(person, 699, other)),
      ...[1, 1, 2, 3, 4, 5, 6].map((person) => contribution(person, 10, other)),
      contribution(6, 5), // left the other organisation within the quarter
      ...[1, 2, 3, 4, 5].map((person) => contribution(person, 731, us)), // before the two years
    ].sort((a, b) => a.time - b.time);
    const { ours, others, unaffiliated: alone } = streamOf(list, NOW, true);
    expect(ours).toEqual([5, 0, 0, 0, 0, 0, 0, 0]);
    expect(others).toEqual([null, 0, 0, 0, 0, 0, 0, 5]);
    expect(alone).toEqual([0, 0, 0, 0, 0, 0, 0, null]);
  });

  it("has no band of ours where it is not known who we are, and holds everybody all the same", () => {
    const list = [1, 2, 3, 4, 5].map((person) => contribution(person, 10, us));
    const stream = streamOf(list, NOW, false);
    expect(stream.ours).toBeUndefined();
    expect(stream.others.at(-1)).toBe(5);
  });

  it("never tells a number from one to four, whoever contributed when", () => {
    const given = fc.array(fc.record({ person: fc.nat(12), daysAgo: fc.nat(800), who: fc.constantFrom(us, other, unaffiliated) }));
    fc.assert(
      fc.property(given, fc.boolean(), (some, knowsUs) => {
        const list = some.map(({ person, daysAgo, who }) => contribution(person, daysAgo, who)).sort((a, b) => a.time - b.time);
        for (const band of Object.values(streamOf(list, NOW, knowsUs))) {
          expect(band).toHaveLength(STREAM_QUARTERS);
          expect(band.every((count: number | null) => count === null || count === 0 || count >= 5)).toBe(true);
        }
      }),
    );
  });
});

describe("activity and cadence", () => {
  it("compare a year with the one before", () => {
    const activity = activityOf(
      [contribution(1, 731), contribution(1, 700), contribution(1, 365), contribution(1, 1), contribution(1, 0.5)],
      NOW,
    );
    expect([activity.contributions, activity.before, activity.trend, activity.last90Days]).toEqual([3, 1, 2, 2]);
    expect(activity.parts).toHaveLength(24);
    expect(activity.parts.reduce((sum, part) => sum + part, 0)).toBe(4);
    expect(activityOf([contribution(1, 1)], NOW).trend).toBeNull();
  });

  it("give gaps between releases, the time since the last among them", () => {
    const times = [NOW - 400 * DAY, NOW - 300 * DAY, NOW - 100 * DAY, NOW + DAY];
    expect(cadenceOf(times, NOW)).toEqual({ releases: 3, lastYear: 2, medianGapDays: 150, longestGapDays: 200, daysSinceLast: 100 });
    expect(cadenceOf([], NOW)).toEqual({ releases: 0, lastYear: 0, medianGapDays: null, longestGapDays: null, daysSinceLast: null });
  });
});

/** Commits of these people, a day apart, the last one a day ago. */
function historyOf(authors: readonly number[], people: readonly Partial<Person>[]): History {
  const count = authors.length;
  const identities = people.map((person, at) => ({ name: person.name ?? `P${at}`, email: person.email ?? `p${at}@acme.org` }));
  return {
    repository: "web",
    count,
    onDefaultBranch: new Uint8Array(count).fill(1),
    identities,
    people: identities.map((identity, at) => ({ ...identity, bot: people[at]?.bot ?? false })),
    personOf: Int32Array.from(people, (_, at) => at),
    tags: [],
    commits: {
      author: Int32Array.from(authors),
      committerTime: Float64Array.from(authors, (_, at) => NOW - (count - at) * DAY),
      parents: { starts: Int32Array.from({ length: count + 1 }, (_, at) => at), data: new Int32Array(count) },
      people: { starts: new Int32Array(count + 1), data: new Int32Array(0) },
    },
  } as unknown as History;
}

describe("a community", () => {
  const options = { affiliation: new Affiliation({ us: "Acme", domains: ["acme.org"] }), now: NOW, zone: "UTC", names: true };

  it("of fewer than five people gets no figure about them, whoever may be named", () => {
    const history = historyOf([0, 1, 2, 3, 3, 4], [{}, {}, {}, {}, { bot: true }]);
    const community = communityOf(history, options);
    expect(community).toMatchObject({ people: null, withheld: "group-too-small", leftOut: { bots: 1 } });
    expect(community.names).toBeUndefined();
    expect(JSON.stringify(community)).not.toContain("P0");
  });

  it("of five gets them, and names by the alphabet where that is allowed", () => {
    const history = historyOf([0, 1, 2, 3, 4, 4, 4, 4], [{ name: "Eve" }, { name: "Dan" }, {}, {}, { name: "Al" }]);
    const community = communityOf(history, options);
    expect(community.people).toMatchObject({ absenceFactor: 1, contributors: { active: 5, new: 5 }, organizations: { oursShare: 1 } });
    expect(community.names).toEqual(["Al", "Dan", "Eve", "P2", "P3"]);
    expect(communityOf(history, { ...options, names: false }).names).toBeUndefined();
  });
});
