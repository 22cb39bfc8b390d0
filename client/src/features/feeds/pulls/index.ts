export { PullsPart } from "./pulls-part.tsx";
