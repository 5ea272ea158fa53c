// The binding of a form as its users write it.
import { bind } from "gouji/bind";
import type { Balance, BindOptions, Binding, Coverage } from "gouji/bind";

const form: Element = document.querySelector("form")!;
const options: BindOptions = {
  year: 2024,
  level: "county",
  kind: "government",
  report: { body: "西岗街道", sections: { other: "无" } },
  previous: { year: 2023, cells: {} },
  fields: { "requests.received.natural": "sq_1", "requests.received.total": "#total", "requests.carried_in.total": form },
  severities: { "requests-balance": "warning" },
  drafts: ".draft",
  balances: (balance: Balance) => balance.text.concat(balance.equation),
  explanationName: (finding) => `why.${finding}`,
  onChange: (findings) => findings.length,
  onBlocked: (answer) => answer.ok,
  onUnavailable: (error) => error.message,
};
const binding: Binding = bind(form, options);
const coverage: Coverage = binding.coverage();
const field: Element | undefined = coverage.mapped["requests.received.natural"];
const passed: boolean = binding.review();
binding.ready.then((isBound: boolean) => isBound && binding.explain("report-all-zero", "零报告"));
bind(form, { year: 2024, fields: (name) => (name === "sq_1" ? "requests.received.natural" : null), block: false, summary: "#here" }).unbind();
// @ts-expect-error: no such cell
bind(form, { year: 2024, fields: { "requests.received.nobody": "x" } });
// @ts-expect-error: the year is needed
bind(form, {});
// @ts-expect-error: no such option
bind(form, { year: 2024, filds: {} });

export { binding, coverage, field, passed };
