import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An ext4 of its own in a file, whose power can be cut. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string;
  mount(): void;
  /**
   * Makes everything that was not flushed to the disk gone, as a power cut does: the file system is shut down without
   * writing its journal out (EXT4_IOC_SHUTDOWN, NOLOGFLUSH). `now` runs right before.
   */
  cut(now: () => void): Promise<void>;
  unmount(): void;
  remove(): void;
}

/** _IOR('X', 125, __u32) and EXT4_GOING_FLAGS_NOLOGFLUSH; ioctls are out of Node's reach, perl is on every Debian. */
const CUTTER = `
open(my $place, "<", $ARGV[0]) or die "open: $!";
$| = 1;
print "ready\\n";
my $line = <STDIN>;
my $flags = pack("L", 2);
ioctl($place, 0x8004587D, $flags) or die "ioctl: $!";
print "cut\\n";
`;

/** Size of the file system; the file is sparse. */
const BYTES = 4 * 2 ** 30;

/** Why no such disk can be had on this machine, null where it can. */
export async function whyNoLoopDisk(): Promise<string | null> {
  if (process.getuid?.() !== 0) return "mounting a file system takes root";
  const disk = createLoopDisk({ bytes: 64 * 2 ** 20 });
  try {
    disk.mount();
    await disk.cut(() => undefined);
    disk.unmount();
    return null;
  } catch (error) {
    return `no loop-mounted ext4 with the shutdown ioctl here: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    disk.remove();
  }
}

export function createLoopDisk({ bytes = BYTES }: { readonly bytes?: number } = {}): LoopDisk {
  const parent = mkdtempSync(join(tmpdir(), "bochiso-disk-"));
  const image = join(parent, "image");
  const folder = join(parent, "mounted");
  mkdirSync(folder);
  let isMounted = false;
  const run = (command: string, ...args: string[]): void => {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  };
  const unmount = (): void => {
    if (!isMounted) return;
    run("umount", folder);
    isMounted = false;
  };
  return {
    folder,
    mount: () => {
      if (!isFormatted(image)) {
        writeFileSync(image, "");
        truncateSync(image, bytes);
        run("mkfs.ext4", "-q", "-F", image);
      }
      run("mount", "-o", "loop", image, folder);
      isMounted = true;
    },
    cut: (now) => cutPower(folder, now),
    unmount,
    remove: () => {
      unmount();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

function isFormatted(image: string): boolean {
  try {
    execFileSync("dumpe2fs", ["-h", image], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function cutPower(folder: string, now: () => void): Promise<void> {
  // It holds the folder open and waits, so that the cut itself takes no time.
  const cutter = spawn("perl", ["-e", CUTTER, folder], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(cutter, "exit");
  let said = "";
  cutter.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await Promise.race([once(cutter.stdout, "data"), ended]);
  now();
  cutter.stdin.end("cut\n");
  const [code]: unknown[] = await ended;
  if (code !== 0) throw new Error(`the power could not be cut: ${said.trim()}`);
}
