import "./listing.css";

export { ChoiceBox } from "./choice-box.tsx";
export { FindBox } from "./find-box.tsx";
