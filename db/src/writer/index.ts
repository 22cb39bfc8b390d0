export type {
  Command,
  CommandContext,
  CommandExecutor,
  CommandHandlers,
  CommandTypes,
  CreateHandlers,
  ExecuteOptions,
} from "./command.ts";
export type { WriterThreadOptions } from "./launch-writer.ts";
export { runInProcess } from "./run-in-process.ts";
export { runWriterThread } from "./run-writer-thread.ts";
export { startWriterThread } from "./start-writer-thread.ts";
export { sideBySide, type Turns } from "./turns.ts";
