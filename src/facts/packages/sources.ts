// The ecosystems whose packages are read from disk. A new one is one line here.
import { cargo } from "./cargo/cargo.ts";
import { composer } from "./composer/composer.ts";
import { gem } from "./gem/gem.ts";
import { golang } from "./golang/golang.ts";
import { maven } from "./maven/maven.ts";
import { npm } from "./npm/npm.ts";
import { nuget } from "./nuget/nuget.ts";
import { pypi } from "./pypi/pypi.ts";
import type { PackageSource } from "./types.ts";

export const packageSources: readonly PackageSource[] = [cargo, composer, gem, golang, maven, npm, nuget, pypi];
