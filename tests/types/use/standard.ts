// A year's form where a form library wants a Standard Schema. Compiled only, never run.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { Finding } from "gouji";
import { standard } from "gouji/standard";

interface Values {
  requests: { received: { natural: string } };
}

const plain: StandardSchemaV1 = standard(2024);
const typed: StandardSchemaV1<Values, Values> = standard<Values>(2024, { blank: "zero", level: "warning", report: { level: "city" } });
const output: StandardSchemaV1.InferOutput<typeof typed> = { requests: { received: { natural: "1" } } };

// Synchronous: no promise to wait for.
const result = standard<Values>(2024)["~standard"].validate({});
if (result.issues) {
  for (const { message, path, finding } of result.issues) {
    const whole: Finding = finding;
    console.log(message, path?.join("."), whole.help);
  }
} else {
  const values: Values = result.value;
  console.log(values);
}

// @ts-expect-error The year is a number.
standard("2024");
// @ts-expect-error There is no such level.
standard(2024, { level: "off" });
// @ts-expect-error There is no such option.
standard(2024, { language: "zh", strict: true });

export { output, plain };
