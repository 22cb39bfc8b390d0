export { Agency } from "./agency.ts";
