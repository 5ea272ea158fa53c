// Types of `gouji/adapters/vee-validate`, for VeeValidate 4 (Vue 3). Versions that take a Standard Schema take that of
// `gouji/standard` as it is.
import type { Followed, FollowOptions } from "../following.js";
import type { StandardOptions } from "../standard.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";
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

/**
 * What a schema has no place for, beside it: warnings at their fields, and the summary with repairs and explanations.
 *
 *     const form = useForm({ initialValues, validationSchema: veeValidate(2024) });
 *     const followed = followVeeValidate(form, { year: 2024, summary: "#summary" });
 *     watch(form.values, () => followed.update(), { deep: true });
 *     const submit = form.handleSubmit(() => followed.validate().ok && save(followed.report()), () => followed.validate());
 */
export function followVeeValidate(form: any, options: FollowOptions): Followed;
