/** Who wants to be told. */
export function createListeners<T>() {
  const listeners = new Set<(news: T) => void>();
  return {
    /** Returns how to stop listening. */
    add(listener: (news: T) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(news: T): void {
      for (const listener of listeners) listener(news);
    },
  };
}
