export {
  defineStatement,
  type ParameterColumns,
  type ParameterType,
  type ParameterTypes,
  type Statement,
  type StatementRunner,
} from "./statement.ts";
