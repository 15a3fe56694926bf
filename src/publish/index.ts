export { type ResultFormat, render, resultFormats } from "./formats.ts";
