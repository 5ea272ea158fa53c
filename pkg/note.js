// What stands at a field, for those who see and those who listen; taken away again without a trace.
let count = 0;

export class Notes {
  /** `warning`: the class of the library for a warning's line, if it has one. */
  constructor(warning = "") {
    this.warning = "gouji-warning " + warning;
    this.drawn = new Map();
  }

  /** Marks the field, and writes its lines at the end of `place`, or after the field. Errors that the library writes by itself are left to it. */
  show(field, { errors, warnings }, { place = null, isWritten = false } = {}) {
    this.remove(field);
    if (errors.length + warnings.length === 0) return;
    const before = field.getAttribute("aria-invalid");
    if (errors.length > 0) field.setAttribute("aria-invalid", "true");
    const lines = isWritten ? warnings : errors.concat(warnings);
    const note = lines.length === 0 ? null : this.write(lines, errors);
    this.drawn.set(field, { note, before });
    if (note === null) return;
    if (place === null) field.parentNode.insertBefore(note, field.nextSibling);
    else place.appendChild(note);
    field.setAttribute("aria-describedby", described(field).concat(note.id).join(" "));
  }

  write(lines, errors) {
    const note = document.createElement("div");
    count += 1;
    note.id = "gouji-note-" + count;
    note.className = "gouji-note";
    for (const finding of lines) {
      const line = document.createElement("p");
      line.className = errors.includes(finding) ? "gouji-error" : this.warning;
      line.textContent = finding.message;
      note.appendChild(line);
    }
    return note;
  }

  remove(field) {
    const drawn = this.drawn.get(field);
    if (drawn === undefined) return;
    this.drawn.delete(field);
    restore(field, "aria-invalid", drawn.before);
    if (drawn.note === null) return;
    if (drawn.note.parentNode) drawn.note.parentNode.removeChild(drawn.note);
    // Whoever described the field meanwhile keeps his words.
    restore(field, "aria-describedby", described(field).filter((id) => id !== drawn.note.id).join(" ") || null);
  }
}

const described = (field) => (field.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean);

function restore(field, name, value) {
  if (value === null) field.removeAttribute(name);
  else field.setAttribute(name, value);
}
