// Types of `gouji/standard`: a year's form as a Standard Schema (https://standardschema.dev), for form libraries.
import type { CheckOptions, Finding, Report, Severity } from "./index.js";

export interface StandardOptions extends Omit<CheckOptions, "repairs"> {
  /** What becomes an issue: "error" alone (default), "warning" and what is graver, or everything. */
  level?: Severity;
  /** What else is known of the report: its level, kind, layouts, explanations. */
  report?: Partial<Report>;
}

export interface Issue {
  readonly message: string;
  /**
   * The cell to show it at: of an equation the figure that other broken relations suspect, too, else the total.
   * `["requests", "received", "natural"]` where the values came nested, `["requests.received.natural"]` where they
   * came flat. Absent where it is about no field.
   */
  readonly path?: readonly string[];
  /** The whole finding: why, help, basis, all its cells. */
  readonly finding: Finding;
}

export interface Standard<Values> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "gouji";
    /** Synchronous. The value is given back as it is, never changed. Issues come the gravest first. */
    readonly validate: (value: unknown) => { readonly value: Values; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Values; readonly output: Values } | undefined;
  };
}

/**
 * The form of a year. The values of a form are its cells, flat or nested (`{requests: {received: {natural: 1}}}`), or
 * a whole report (`{cells: …, sections: …}`).
 */
export function standard<Values = any>(year: number, options?: StandardOptions): Standard<Values>;
