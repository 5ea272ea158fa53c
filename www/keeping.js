// The draft outlives a reload of the tab and ends with the tab. It is kept in this browser only.

const place = "gouji.draft";

export function keepDraft(draft) {
  try {
    if (draft.hasFigures) sessionStorage.setItem(place, JSON.stringify(draft.written()));
    else sessionStorage.removeItem(place);
  } catch { /* a browser that keeps nothing */ }
}

export function keptDraft() {
  try { return JSON.parse(sessionStorage.getItem(place)); } catch { return null; }
}
