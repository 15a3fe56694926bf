// Where the members of each group stand in a list, for lists of hundreds of thousands: two numbers a member, where a list for each group would be the larger part.

/**
 * Positions of a list of `length` by group, from 0 to `groups` - 1, each group's in their order. `groupOf` says to which group the member at a position
 * belongs; one that is no group leaves it out.
 */
export function positionsByGroup(
  groups: number,
  length: number,
  groupOf: (position: number) => number | undefined,
): (group: number) => number[] {
  // A chain for each group: its first member, and after each member the next.
  const heads = new Int32Array(groups).fill(-1);
  const next = new Int32Array(length);
  for (let position = length - 1; position >= 0; position--) {
    const group = groupOf(position) ?? -1;
    const head = heads[group];
    if (head === undefined) continue;
    next[position] = head;
    heads[group] = position;
  }
  return (group) => {
    const first = heads[group] ?? -1;
    if (first < 0) return [];
    // Most have one member: a list that grows from none has room for sixteen more.
    const positions = [first];
    for (let at = next[first] as number; at >= 0; at = next[at] as number) positions.push(at);
    return positions;
  };
}
