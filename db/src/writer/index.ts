export type {
  Command,
  CommandContext,
  CommandExecutor,
  CommandHandlers,
  CommandTypes,
  CreateHandlers,
  ExecuteOptions,
} from "./command.ts";
