import { PendingPage } from "../features/pending/index.ts";

export function ProgrammesRoute() {
  return <PendingPage entry="programmes" />;
}

export function TasksRoute() {
  return <PendingPage entry="tasks" />;
}

export function EmergenciesRoute() {
  return <PendingPage entry="emergencies" />;
}
