// docs/reference/commands.md: the commands with their arguments and options, as they define themselves.
import { Command } from "commander";
import { commands } from "../commands.ts";

export async function commandReference(): Promise<string> {
  const parts: string[] = [];
  for (const entry of commands) {
    const command = new Command(entry.name).description(entry.summary);
    (await entry.load()).define(command, () => {});
    const help = command.createHelp();
    const options = help.visibleOptions(command).filter((option) => option.long !== "--help");
    const rows = options.map(
      (option) => `| \`${option.flags.replaceAll("|", "\\|")}\` | ${help.optionDescription(option).replaceAll("|", "\\|")} |`,
    );
    parts.push(
      `## ${entry.name}\n\n\`allmend ${help.commandUsage(command)}\`\n\n${sentence(entry.summary)}\n\n${rows.length > 0 ? `| option | |\n|---|---|\n${rows.map(withoutMachine).join("\n")}\n` : ""}`,
    );
  }
  return `# Commands\n\n*Made from \`src/cli/commands\`; do not edit.*\n\nRun from the checkout as \`npm run -s allmend -- COMMAND\`. Exit codes: 0 fine, 1 the gate fails, 2 wrong use or input, 3 a fault of ours.\n\n${parts.join("\n")}`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** Defaults that depend on the machine do not belong into a page. */
function withoutMachine(row: string): string {
  return row.includes("--jobs") ? row.replace(/ \(default: \d+\)/, "") : row;
}
