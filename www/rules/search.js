// What a search looks at: the words of a rule in both languages, its id, and the rows and labels of its cells.

const plain = (text) => text.normalize("NFKC").toLowerCase();

/** id → all that can be searched of the rule. `rulesIn`: the rules in a language. */
export function index(engine, rulesIn) {
  const cells = new Map();
  for (const year of engine.years()) for (const cell of engine.form(year).cells) if (!cells.has(cell.id)) cells.set(cell.id, `${cell.ordinal} ${cell.label} ${cell.english}`);
  const searched = new Map();
  for (const language of ["zh", "en"]) {
    for (const rule of rulesIn(language)) {
      const touched = new Set(rule.instances.flatMap((instance) => instance.cells.map(({ cell }) => cells.get(cell) ?? cell)));
      const text = [rule.id, rule.title, rule.equation ?? "", rule.why, rule.help, rule.basis.text, ...(language === "zh" ? touched : [])].join(" \n");
      searched.set(rule.id, `${searched.get(rule.id) ?? ""}\n${plain(text)}`);
    }
  }
  return searched;
}

/** Whether every word asked for is in the text. */
export const matches = (text, asked) => plain(asked).split(/\s+/).filter(Boolean).every((word) => text.includes(word));
