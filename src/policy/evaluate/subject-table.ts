// The subjects of a run by id, in flat arrays: a million of them are as many numbers, not as many objects.
import type { Subject } from "#facts";
import { type SubjectKind, subjectKinds } from "#kit";
import { TextTable } from "./text-table.ts";

export class SubjectTable {
  private readonly ids = new TextTable();
  private kinds = new Uint8Array(1024);
  /** 0: nothing seen; 1: every use is permitted; 2: not every one. */
  private permits = new Uint8Array(1024);
  private profiles = new Int32Array(1024).fill(-1);

  /** The number of the subject's id: the same for all uses of one component in one deliverable. */
  numberOf(subject: Subject): number {
    const number = this.ids.numberOf(subject.id);
    while (number >= this.kinds.length) this.grow();
    if (this.permits[number] === 0) this.kinds[number] = subjectKinds.indexOf(subject.kind);
    return number;
  }

  add(number: number, profile: number, allowed: boolean): void {
    this.profiles[number] = profile;
    this.permits[number] = allowed && this.permits[number] !== 2 ? 1 : 2;
  }

  /** -1 where there is none yet. */
  profile(number: number): number {
    return this.profiles[number] as number;
  }

  allowed(number: number): boolean {
    return this.permits[number] === 1;
  }

  subject(number: number): { kind: SubjectKind; id: string } {
    return { kind: subjectKinds[this.kinds[number] as number] as SubjectKind, id: this.ids.at(number) };
  }

  /** All numbers, by kind, in the order in which they came: a scan gives them in a fixed order, and sorting a million ids takes longer than judging them. */
  inOrder(): readonly number[] {
    const byKind: number[][] = subjectKinds.map(() => []);
    for (let number = 0; number < this.ids.size; number++) byKind[this.kinds[number] as number]?.push(number);
    return byKind.flat();
  }

  /** How many subjects of each kind have each profile. */
  countProfiles(): ReadonlyMap<SubjectKind, ReadonlyMap<number, number>> {
    const counted = new Map<SubjectKind, Map<number, number>>();
    for (let number = 0; number < this.ids.size; number++) {
      const kind = subjectKinds[this.kinds[number] as number] as SubjectKind;
      const ofKind = counted.get(kind) ?? new Map<number, number>();
      counted.set(kind, ofKind);
      const profile = this.profiles[number] as number;
      if (profile >= 0) ofKind.set(profile, (ofKind.get(profile) ?? 0) + 1);
    }
    return counted;
  }

  private grow(): void {
    const size = this.kinds.length * 2;
    const [kinds, permits, profiles] = [new Uint8Array(size), new Uint8Array(size), new Int32Array(size).fill(-1)];
    kinds.set(this.kinds);
    permits.set(this.permits);
    profiles.set(this.profiles);
    [this.kinds, this.permits, this.profiles] = [kinds, permits, profiles];
  }
}
