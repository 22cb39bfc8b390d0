export { Language, Text } from "./text.ts";
