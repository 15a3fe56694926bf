// Groups of those who answered: fewer than five people are none, and nothing is told from which that of fewer could be worked out by taking one figure from another.
import { type SurveyRole, surveyRoles } from "#facts";

/** Fewer people than this are no group. */
export const LEAST_ANSWERS = 5;

export interface RoleGroup<Answer> {
  readonly role: SurveyRole;
  readonly list: readonly Answer[];
}

/** Those who answered by role, in the order of the roles. */
export function rolesIn<Answer extends { readonly role: SurveyRole }>(answers: readonly Answer[]): RoleGroup<Answer>[] {
  return surveyRoles.flatMap((role) => {
    const list = answers.filter((answer) => answer.role === role);
    return list.length === 0 ? [] : [{ role, list }];
  });
}

/** Whether roles may be told apart: every role that answered is a group. */
export function areApart(roles: readonly RoleGroup<unknown>[]): boolean {
  return roles.length > 1 && roles.every(({ list }) => list.length >= LEAST_ANSWERS);
}

/** All together: those of small groups only where they are five or more themselves. */
export function pooled<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const hidden = lists.filter((list) => list.length < LEAST_ANSWERS).flat();
  const shown = lists.filter((list) => list.length >= LEAST_ANSWERS).flat();
  return hidden.length >= LEAST_ANSWERS ? [...shown, ...hidden] : shown;
}
