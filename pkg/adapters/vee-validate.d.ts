// Types of `gouji/adapters/vee-validate`, for VeeValidate 4 (Vue 3). Versions that take a Standard Schema take that of
// `gouji/standard` as it is.
import type { StandardOptions } from "../standard.js";
export type { StandardOptions } from "../standard.js";

export interface VeeValidateSchema {
  readonly __type: "VVTypedSchema";
  parse(values: any): Promise<{ value?: any; output?: any; errors: { path: string; errors: string[] }[] }>;
}

/**
 * The form of a year as the schema of a whole form. The values of the form are the cells, or a whole report
 * (`{cells, sections}`). The library checks the whole at each change, and shows a field's errors once it was touched.
 *
 *     const { handleSubmit, errors } = useForm({ validationSchema: veeValidate(2024) });
 */
export function veeValidate(year: number, options?: StandardOptions): VeeValidateSchema;
