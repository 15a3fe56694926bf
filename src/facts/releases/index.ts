export { type Release, type ReleaseTags, releaseTags } from "./release-tags.ts";
export { readTagName, type TagName } from "./tag-name.ts";
