// Every type has a name to import it by.
export type {
  Answer, BodyKind, CellId, CellValue, Change, CheckOptions, Edit, Finding, FindingCell, Form, FormCell, FormSection, FormTable, GoujiError,
  GridCell, Language, Level, Outcome, RelationState, Repair, RepairChange, RepairPart, Report, Rule, RuleBook, RuleId, RuleInstance, Session,
  Severity, SlipId, TableId,
} from "gouji";
export type { WasmSource } from "gouji/slim";
export type { Issue, Standard, StandardOptions } from "gouji/standard";
