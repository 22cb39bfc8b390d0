export type {
  Command,
  CommandContext,
  CommandExecutor,
  CommandHandlers,
  CommandTypes,
  CreateHandlers,
  ExecuteOptions,
} from "./command.ts";
export { runInProcess } from "./run-in-process.ts";
export { runWriterThread } from "./run-writer-thread.ts";
export { startWriterThread, type WriterThreadOptions } from "./start-writer-thread.ts";
