// As a server component is run: without a document, loaded when the page is asked for.
import "./question.js";

export async function Page() {
  const { check, form, open } = await import("gouji");
  return ask({ check, form, open });
}
