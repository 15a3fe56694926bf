export { type Discovery, type DiscoveryLimits, findRepositories } from "./discover.ts";
export { type FolderTreeOptions, openFolderTree } from "./folder-tree.ts";
export { folderHistory, type FolderCommit, type FolderHistory } from "./folder-history.ts";
export type { FoundRepository, GitLayout } from "./found.ts";
export { type GitTreeOptions, openGitTree } from "./git-tree.ts";
export { headOf } from "./head.ts";
export { publicAddress } from "./origin.ts";
export { readOrigin } from "./read-origin.ts";
export { textBefore, type TextBefore } from "./text-before.ts";
