// The page of a finding: its id without the kind, which the address says already.
const KIND = "finding:";

export function findingAddress(id: string): string {
  return `/findings/${encodeURIComponent(id.startsWith(KIND) ? id.slice(KIND.length) : id)}`;
}

export function findingId(part: string): string {
  return part.startsWith(KIND) ? part : `${KIND}${part}`;
}
