import type { Approver } from "@bochiso/shared/feed";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** Kept while the page is open, so that nobody types it for each act; never stored. */
const person = createStore<Approver>(() => ({ name: "", position: "" }));

/** Who acts, as stated on the last form. */
export function usePerson(): [Approver, (stated: Approver) => void] {
  return [useStore(person), (stated) => person.setState(stated)];
}
