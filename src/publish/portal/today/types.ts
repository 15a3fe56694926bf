// What a start page is made from, and what it says. Facts are counted before; here they become sentences.
import type { Language, State } from "#look";
import type { CaseKind, Outcome, Program } from "#program";
import type { ResultObligation, ResultVulnerability, ScanResult } from "#scan";
import type { PastDelivery } from "../delivery.ts";

/** What somebody is here, as far as it changes their page. Everybody asks; the rest comes from roles and seats. */
export const capacities = ["executive", "lead", "reviewer", "security", "procurement", "community", "auditor", "owner"] as const;
export type Capacity = (typeof capacities)[number];

export interface CaseLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly phase: string;
  readonly outcome?: string;
  readonly dueAt?: string;
  readonly changedAt: string;
}

export interface ProductCount {
  readonly id: string;
  readonly deny: number;
  readonly review: number;
  readonly duties: number;
  /** Versions that are delivered and of which nobody knows the licence. */
  readonly unknown: number;
}

/** A group of open findings, counted. */
export interface OpenGroup {
  readonly rule: string;
  readonly area: ScanResult["findings"][number]["area"];
  readonly because: ScanResult["findings"][number]["because"];
  readonly age?: ScanResult["findings"][number]["age"];
  readonly outcome: Outcome;
  readonly product?: string;
  readonly label: string;
  readonly count: number;
}

export interface TodayFacts {
  readonly language: Language;
  readonly now: string;
  readonly since: string;
  readonly me: string;
  readonly is: ReadonlySet<Capacity>;
  readonly teams: readonly string[];
  readonly program: Program;
  /** Its long lists are empty. */
  readonly result: ScanResult;
  /** Whether a result was ever read. */
  readonly scanned: boolean;
  /** Whether the program in force is only the one that comes along. */
  readonly borrowed: boolean;
  readonly waiting: readonly CaseLine[];
  readonly requests: readonly CaseLine[];
  readonly tasks: readonly { readonly subject: string; readonly text: string }[];
  readonly owned: readonly { readonly owner: string; readonly outcome: Outcome; readonly count: number }[];
  readonly products: readonly ProductCount[];
  readonly fresh: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly decided: readonly CaseLine[];
  readonly programs: readonly { readonly at: string; readonly why?: string }[];
  readonly open: readonly OpenGroup[];
  /** Open findings that break a rule, judgement by judgement, the oldest first; absent where one sees a part only. */
  readonly denied?: readonly number[];
  readonly past: readonly PastDelivery[];
  readonly vulnerabilities?: { readonly open: number; readonly exploited: number; readonly severities: Readonly<Record<string, number>> };
  readonly reports: readonly CaseLine[];
  readonly purchases: readonly CaseLine[];
  readonly contributions: readonly CaseLine[];
  readonly flow?: {
    readonly opened: number;
    readonly decided: number;
    readonly medianHours?: number;
    readonly overturned: number;
    readonly overdue: number;
  };
  readonly orphans: number;
  readonly record?: { readonly lines: number; readonly checkpoint?: { readonly sequence: number; readonly at: string } };
  readonly affirmed: readonly { readonly name: string; readonly until?: string; readonly holds?: boolean }[];
  /** For the executive's sentences. */
  readonly duties: readonly ResultObligation[];
  readonly known: readonly ResultVulnerability[];
  readonly ask?: CaseLine & {
    readonly question: string;
    readonly recommendation: string;
    readonly lane?: string;
    readonly for?: string;
    readonly version: number;
  };
}

export type Kinds = ReadonlyMap<string, CaseKind>;

export interface Line {
  readonly state: State;
  readonly text: string;
  readonly detail?: string;
  readonly address?: string;
}

export interface Block {
  readonly id: "products" | "desk" | "security" | "supply" | "community" | "office" | "audit";
  /** 0 to 100: what comes first. */
  readonly urgency: number;
  readonly state: State;
  readonly sentence: string;
  readonly lines: readonly Line[];
  readonly address: string;
}

export interface Doing {
  readonly id: "delivery" | "compliance" | "communities" | "strategy";
  readonly state: State;
  readonly sentence: string;
  /** A few figures over time, the newest last, with what they are. */
  readonly trend?: { readonly values: readonly number[]; readonly label: string; readonly text: string };
  readonly address: string;
}
