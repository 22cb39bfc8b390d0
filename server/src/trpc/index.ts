export type { ScreenServices } from "./screen-services.ts";
export { createTrpcHandler } from "./trpc-handler.ts";
