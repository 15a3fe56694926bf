// Every subject of a run, in a fixed order. A new kind of subject is one file and one line here.
import type { Subject } from "#facts";
import type { ScanContext } from "../context.ts";
import { registerFacts } from "../registers.ts";
import { deliverySubjects } from "./delivery.ts";
import { organizationSubject } from "./organization.ts";
import { productSubjects } from "./product.ts";
import { releaseSubjects } from "./release.ts";
import { repositorySubjects } from "./repository.ts";
import { upstreamSubjects } from "./upstream.ts";
import { usageSubjects } from "./usage.ts";

export function* subjectsOf(context: ScanContext): Generator<Subject> {
  const registers = registerFacts(context);
  for (const subject of fewSubjects(context)) yield registers ? { ...subject, facts: { ...subject.facts, registers } } : subject;
  yield* usageSubjects(context);
}

function* fewSubjects(context: ScanContext): Generator<Subject> {
  yield organizationSubject(context);
  yield* productSubjects(context);
  yield* repositorySubjects(context);
  yield* releaseSubjects(context);
  yield* upstreamSubjects(context);
  yield* deliverySubjects(context);
}
