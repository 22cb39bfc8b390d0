import { spawn } from "node:child_process";

export interface Ended {
  /** 1 also where the command could not be started or was killed. */
  readonly exitCode: number;
  /** What it wrote to both outputs, where that is kept for the end. */
  readonly said: string;
}

/** Runs a command to its end; what it says is shown at once, or kept so that commands side by side do not mix. */
export function runCommand([command = "", ...args]: readonly string[], when: "at once" | "at the end"): Promise<Ended> {
  const kept: Buffer[] = [];
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: when === "at once" ? "inherit" : ["ignore", "pipe", "pipe"] });
    for (const output of [child.stdout, child.stderr]) output?.on("data", (chunk: Buffer) => kept.push(chunk));
    const end = (exitCode: number) => resolve({ exitCode, said: Buffer.concat(kept).toString().trimEnd() });
    child.once("error", (error) => {
      kept.push(Buffer.from(`${error.message}\n`));
      if (when === "at once") console.error(error.message);
      end(1);
    });
    child.once("close", (code) => end(code ?? 1));
  });
}
