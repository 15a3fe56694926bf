// Closed sets that several rooms share. Names are the field's own.

/** What rules can be about. */
export const subjectKinds = ["organization", "product", "repository", "usage", "contribution", "release", "delivery", "upstream"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** How strongly a licence asks that changes or combined works are passed on under it. */
export const strengths = ["permissive", "weak", "strong", "network", "public-domain", "proprietary", "none", "unknown"] as const;
export type Strength = (typeof strengths)[number];
