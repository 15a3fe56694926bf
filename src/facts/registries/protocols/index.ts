// The registries that can be asked. A new one is one line here.
import type { RegistryProtocol } from "../types.ts";
import { cargo } from "./cargo.ts";
import { gem } from "./gem.ts";
import { golang } from "./golang.ts";
import { maven } from "./maven.ts";
import { npm } from "./npm.ts";
import { nuget } from "./nuget.ts";
import { pypi } from "./pypi.ts";

export const registryProtocols: readonly RegistryProtocol[] = [cargo, gem, golang, maven, npm, nuget, pypi];
