import "./listing.css";

export { ChoiceBox } from "./choice-box.tsx";
export { FindBox } from "./find-box.tsx";
export { useFindInAddress } from "./use-find-in-address.ts";
