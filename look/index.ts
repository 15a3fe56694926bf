export * from "./pictures/bars.ts";
export * from "./pictures/columns.ts";
export * from "./pictures/escape.ts";
export * from "./pictures/states.ts";
export * from "./pictures/strategy-map.ts";
export { artefactWords, type ArtefactWords } from "./words/artefacts.ts";
export * from "./words/ecosystems.ts";
export * from "./words/index.ts";
export { obligationWords, type ObligationWords } from "./words/obligations.ts";
