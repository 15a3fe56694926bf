// What every route may lean on.
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Program } from "#program";
import type { Database, Jobs } from "#store";
import type { Caller } from "./access/caller.ts";
import type { Access } from "./access/permissions.ts";
import type { ServerConfig } from "./config.ts";

export interface Brought {
  /** Folder with the documents. */
  readonly location: string;
  /** Whether it takes the place of what is in force; else it stands in only where nothing is. */
  readonly always: boolean;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type Logger = FastifyBaseLogger;

/** The program in force. */
export interface LoadedProgram {
  readonly program: Program;
  readonly digest: string;
}

export interface Deps {
  readonly database: Database;
  readonly clock: () => Date;
  /** ALLMEND_HOME. */
  readonly home: string;
  /** File of the checkpoints, where it is not in `home`. */
  readonly checkpoints?: string;
  readonly log: Logger;
  readonly program: () => Promise<LoadedProgram>;
  /** The folder that the server was started with: its documents may lie in git, and with `always` they come back with the next start. */
  readonly programFolder?: Brought;
  /** Work that is done later, ordered in the transaction of what causes it. */
  readonly jobs: Jobs;
  readonly config: ServerConfig;
  /** Aborts when the server is asked to stop: what runs long ends then. */
  readonly stopping: AbortSignal;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** What one must be allowed to do; a route without it stops the server from starting. */
    permission?: Access;
    /** A browser goes there itself: refusals are pages for people. */
    page?: boolean;
  }
  interface FastifyRequest {
    /** Undefined for the unknown, on public routes only. */
    caller: Caller | undefined;
  }
}
