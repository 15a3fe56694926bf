export { openBlobLog } from "./blob-log.ts";
export { type HistorySecrets, type HistorySecretsOptions, secretsInHistory } from "./history.ts";
export { rulesStamp } from "./rules/index.ts";
export { secretsInTree, type TreeSecrets } from "./tree.ts";
export type { SecretFinding, SecretMatch } from "./types.ts";
