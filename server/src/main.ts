import { ConfigError } from "./config/env.ts";
import { startSimulator } from "./simulator/start-simulator.ts";
import { startServer } from "./start-server.ts";

const NEEDED_NODE = 24;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const major = Number(process.versions.node.split(".")[0]);
if (major < NEEDED_NODE) {
  console.error(`Node ${NEEDED_NODE} or newer is needed, this is ${process.versions.node}. Start with: npm start`);
  process.exit(1);
}

try {
  const server = await startServer(process.env, { seeding: showProgress });
  const simulator = server.services.config.simulator ? startSimulator(server) : null;
  console.log(banner(server));
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      console.log("· Đang dừng … / Stopping …");
      const closing = simulator === null ? server.close() : simulator.stop().then(() => server.close());
      closing.then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  console.error(readable(error));
  process.exit(1);
}

function showProgress(done: number, of: number): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r· Nạp số liệu / Loading figures ${done}/${of}${done === of ? "\n" : ""}`);
  else if (done === of) console.log(`· Nạp số liệu / Loading figures ${done}/${of}`);
}

function banner({ url, place, demoKeys, services }: Awaited<ReturnType<typeof startServer>>): string {
  const lines = [`Bộ chỉ số: ${url}`, `Dữ liệu / Data: ${place}`];
  if (demoKeys !== null) lines.push(`Khóa trình diễn / Demo keys: ${services.config.dataDir}/demo-keys.json`);
  if (services.config.simulator)
    lines.push(
      "Tỉnh Mẫu đang gửi số liệu mô phỏng; tắt bằng / Sample Province is simulated; off by: BOCHISO_SIMULATOR=0",
    );
  return lines.join("\n");
}

/** What went wrong at the start, in the words of the error where it has some. */
function readable(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  if (code === "EADDRINUSE") return "Cổng đang được dùng, chọn PORT khác. / The port is in use; choose another PORT.";
  if (code === "database-in-use") return `Dữ liệu đang được một tiến trình khác sử dụng. / ${error.message}`;
  return error.stack ?? error.message;
}
