// A mail server for tests: keeps what it takes in sight, and takes nothing for as long as it is told to refuse.
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Mailbox {
  /** `smtp://127.0.0.1:PORT`. */
  readonly address: string;
  readonly mails: readonly string[];
  /** What it answers: undefined takes mails. */
  refuse: string | undefined;
  stop(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (box.refuse !== undefined) return done(Object.assign(new Error(box.refuse), { responseCode: 451 }));
        mails.push(Buffer.concat(parts).toString());
        return done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.server.address() as AddressInfo;
  const box: Mailbox = {
    address: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: undefined,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
  return box;
}
