import { describe, expect, it } from "vitest";
import { runCommand } from "./run-command.ts";

const node = (script: string) => runCommand([process.execPath, "-e", script], "at the end");

describe("runCommand", () => {
  it("keeps both outputs and the exit code", async () => {
    const { exitCode, said } = await node("console.log('một'); console.error('hai'); process.exitCode = 3");
    expect(exitCode).toBe(3);
    expect(said.split("\n").sort()).toEqual(["hai", "một"]);
  });

  it("takes a command that was killed or does not exist for a failure", async () => {
    expect((await node("process.kill(process.pid, 'SIGKILL')")).exitCode).toBe(1);
    const absent = await runCommand(["/no/such/command"], "at the end");
    expect(absent.exitCode).toBe(1);
    expect(absent.said).toContain("/no/such/command");
  });
});
