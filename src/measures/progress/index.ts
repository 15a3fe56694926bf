export * from "./key-result.ts";
export * from "./objectives.ts";
export { parseQuantity } from "./quantity.ts";
