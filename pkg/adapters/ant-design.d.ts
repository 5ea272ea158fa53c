// Types of `gouji/adapters/ant-design`, for Ant Design 4.20 and later (React).
import type { Followed, FollowOptions } from "../following.js";
export type { Followed, FollowOptions, Standing, Verdict } from "../following.js";

export interface AntDesignOptions extends FollowOptions {
  /** Where the figures lie in the form's values: "cells", ["report", "cells"]; at its root by default. */
  prefix?: string | readonly string[];
}

/**
 * Follows an antd form. A field's name is its cell, in one (`"requests.received.natural"`) or in parts
 * (`["requests", "received", "natural"]`); it needs no rules, and no `dependencies`. Errors and warnings are set at the
 * form, also at fields that another edit has put in the wrong. `validate()` scrolls to the first error.
 *
 *     const [form] = Form.useForm();
 *     const followed = useRef(null);
 *     useEffect(() => {
 *       followed.current = antDesign(form, { year: 2024 });
 *       return () => followed.current.close();
 *     }, [form]);
 *     <Form form={form} onValuesChange={() => followed.current.update()} onFinish={() => followed.current.validate().ok && save(followed.current.report())}>
 */
export function antDesign(form: any, options: AntDesignOptions): Followed;
