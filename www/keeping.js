// The draft outlives a reload of the tab and ends with the tab, or when it is forgotten. It is kept in this browser only.

const place = "gouji.draft";
const beside = "gouji.previous";

export function keepDraft(draft) {
  keep(place, draft.hasFigures ? draft.written() : null);
  keep(beside, draft.previous);
}

export const keptDraft = () => kept(place);

/** Last year's report, where one stood beside the draft. */
export const keptPrevious = () => kept(beside);

function keep(name, report) {
  try {
    if (report) sessionStorage.setItem(name, JSON.stringify(report));
    else sessionStorage.removeItem(name);
  } catch { /* a browser that keeps nothing */ }
}

function kept(name) {
  try { return JSON.parse(sessionStorage.getItem(name)); } catch { return null; }
}
