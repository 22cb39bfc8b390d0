import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, readConfig } from "../config/env.ts";

/** The configuration of a system that is there already. Throws where its data directory has no database: a command line makes none. */
export function configOfSystem(env: NodeJS.ProcessEnv): Config {
  const config = readConfig(env);
  const file = join(config.dataDir, "bochiso.db");
  if (config.databaseUrl !== null || existsSync(file)) return config;
  throw new Error(
    `Không có cơ sở dữ liệu ${file}. Đặt BOCHISO_DATA_DIR là thư mục dữ liệu của hệ thống, hoặc khởi động hệ thống một lần.\n` +
      `There is no database ${file}. Set BOCHISO_DATA_DIR to the data directory of the system, or start it once.`,
  );
}
