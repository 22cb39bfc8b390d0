/**
 * A cycle among names that depend on others, as the path walked (`a, b, a`), or null. `dependsOn` answers
 * in a fixed order, so that the same definitions always give the same path.
 */
export function findCycle(names: Iterable<string>, dependsOn: (name: string) => readonly string[]): string[] | null {
  const done = new Set<string>();
  for (const name of names) {
    const cycle = walkFrom(name, dependsOn, done);
    if (cycle !== null) return cycle;
  }
  return null;
}

function walkFrom(start: string, dependsOn: (name: string) => readonly string[], done: Set<string>): string[] | null {
  const path: { name: string; rest: string[] }[] = [];
  const onPath = new Set<string>();
  const enter = (name: string): void => {
    path.push({ name, rest: [...dependsOn(name)] });
    onPath.add(name);
  };
  if (!done.has(start)) enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.shift();
    if (next === undefined) {
      path.pop();
      onPath.delete(top.name);
      done.add(top.name);
    } else if (onPath.has(next)) {
      const names = path.map(({ name }) => name);
      return [...names.slice(names.indexOf(next)), next];
    } else if (!done.has(next)) {
      enter(next);
    }
  }
  return null;
}
