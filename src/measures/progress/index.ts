export * from "./key-result.ts";
export * from "./objectives.ts";
export { inUnit, parseQuantity } from "./quantity.ts";
