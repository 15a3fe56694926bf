export { type Involvement, involvementOf, type OurPart } from "./involvement.ts";
export { rungOf } from "./rung.ts";
