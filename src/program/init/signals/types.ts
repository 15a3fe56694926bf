// A sign that a repository makes something, and how that reaches people.
import type { Distribution } from "../../model.ts";
import type { DeliverableKind } from "../found.ts";

export interface Signal {
  readonly kind: DeliverableKind;
  readonly distribution: Distribution;
  readonly because: string;
  /** It says little by itself: a container may hold a tool, a page may belong to a library. */
  readonly weak?: true;
}

/** Reads signs from one kind of file. `matches` looks at the path only; `read` gets the text. */
export interface Detector {
  /** Name of the file, without its folder, in lower case. */
  matches(name: string, path: string): boolean;
  read(text: string, path: string, context: SignalContext): readonly Signal[];
}

export interface SignalContext {
  /** There is a licence file: somebody outside is meant to get this. */
  readonly licensed: boolean;
  has(path: string): boolean;
}

/** A library reaches people where it is licensed to them; otherwise it stays in the house. */
export function library(context: SignalContext, because: string, internal = false): Signal {
  return { kind: "library", distribution: context.licensed && !internal ? "distributed" : "internal", because };
}

export function service(because: string): Signal {
  return { kind: "service", distribution: "hosted", because };
}

export function weakService(because: string): Signal {
  return { ...service(because), weak: true };
}

export function web(because: string): Signal {
  return { kind: "web", distribution: "browser", because };
}

export function app(because: string): Signal {
  return { kind: "app", distribution: "distributed", because };
}

export function tool(context: SignalContext, because: string): Signal {
  return { kind: "tool", distribution: context.licensed ? "distributed" : "internal", because };
}
