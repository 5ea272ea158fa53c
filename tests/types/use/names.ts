// Every type has a name to import it by.
export type {
  Answer, BodyKind, CellId, CellValue, Change, CheckOptions, Finding, FindingCell, Form, FormCell, FormSection, FormTable, GoujiError,
  GridCell, Language, Level, Outcome, RelationState, Report, Rule, RuleBook, RuleId, RuleInstance, Session, Severity, TableId,
} from "gouji";
export type { WasmSource } from "gouji/slim";
export type { Issue, Standard, StandardOptions } from "gouji/standard";
