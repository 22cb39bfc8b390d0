export { newestCard, newestInstant, useFrame, useReportFrame } from "./frame-store.ts";
