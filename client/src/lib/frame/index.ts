export { newestInstant, useFrame, useReportFrame } from "./frame-store.ts";
