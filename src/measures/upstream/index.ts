export { type Involvement, involvementOf, type OurPart } from "./involvement.ts";
export { rungOf } from "./rung.ts";
export { type PublicWork, publicWorkOf } from "./public-work.ts";
