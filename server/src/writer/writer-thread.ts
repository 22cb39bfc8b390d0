import { runWriterThread } from "@bochiso/db/writer";
import { createHandlers } from "./create-handlers.ts";

await runWriterThread({ createHandlers });
