import { AsyncLocalStorage } from "node:async_hooks";
import { storageError } from "./storage-error.ts";

/**
 * Refuses a unit of work inside another one of the same store: the inner one would wait for the
 * outer one for ever, or read a state the outer one has already changed.
 */
export function createUnitGuard() {
  const inside = new AsyncLocalStorage<true>();
  return function runGuarded<T>(work: () => Promise<T>): Promise<T> {
    if (inside.getStore()) return Promise.reject(storageError("nested-unit-of-work"));
    return inside.run(true, work);
  };
}
