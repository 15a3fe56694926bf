// What package registries know. Loaded with --online alone.
export { type RegistryAddress, registryAddresses } from "./addresses.ts";
export { type Asked, type AskOptions, askRegistries } from "./ask.ts";
