// layui: a rule for `lay-verify`, and notes beneath the fields while typing.
import { speaker } from "../bind/say.js";
import { escaped } from "../escaped.js";
import { Fields } from "../fields.js";
import { face, Following } from "../following.js";
import { Notes } from "../note.js";

/** layui gives the focus to its field 7 milliseconds after it has asked. */
const FOCUSED = 30;

export function layui(library, element, options) {
  if (!library || !library.form || typeof library.form.verify !== "function") throw new TypeError("layui: the first argument must be layui with its module form");
  if (!element || !element.elements) throw new TypeError("layui: the second argument must be the <form> element");
  const { rule = "gouji", names, ...rest } = options || {};
  const fields = new Fields(element, rest.year, names);
  const notes = new Notes("layui-font-orange");
  const say = speaker(rest.language || "zh");
  const show = (cell, standing) => {
    const field = fields.byCell.get(cell);
    if (field === undefined) return;
    field.classList.toggle("layui-form-danger", standing.errors.length > 0);
    notes.show(field, standing);
  };
  const following = new Following({ ...fields.hands(), show }, rest, "layui");
  const update = () => following.update();
  element.addEventListener("input", update);
  element.addEventListener("change", update);

  // layui asks field after field in one go, and stops at the first error: the first question has the whole report
  // checked, the others look it up.
  let isAsked = false;
  let isFaulty = false;
  function verify(value, field) {
    if (following.isClosed || !element.contains(field)) return undefined;
    if (!isAsked) {
      isAsked = true;
      isFaulty = following.validate().first !== null;
      Promise.resolve().then(() => {
        isAsked = false;
      });
    }
    const { errors, warnings } = following.at(fields.cells.get(field));
    // layui pops it up as markup.
    if (errors.length > 0) return escaped(errors[0].message);
    // It knows errors alone: where there are none, what has only to be explained is said in the same way.
    if (isFaulty) return undefined;
    const open = following.unexplained().find((finding) => warnings.includes(finding));
    if (open === undefined) return undefined;
    following.summary.focusAfter(FOCUSED);
    return escaped(say("warning") + open.message);
  }
  library.form.verify({ [rule]: verify });

  return face(following, () => {
    element.removeEventListener("input", update);
    element.removeEventListener("change", update);
  });
}
