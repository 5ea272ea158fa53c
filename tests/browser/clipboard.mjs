// A page cannot be handed a clipboard, so a text is copied inside it as a person would: from a field that holds it.
// Both functions run in the page, around the pressing of the keys that copy.
export const putOnClipboard = {
  choose: (text) => {
    const field = document.activeElement;
    window.before = { field, start: field.selectionStart, end: field.selectionEnd };
    const copied = document.createElement("textarea");
    copied.id = "to-copy";
    copied.value = text;
    document.body.append(copied);
    copied.focus();
    copied.select();
  },
  goBack: () => {
    document.getElementById("to-copy").remove();
    window.before.field.focus();
    window.before.field.setSelectionRange(window.before.start, window.before.end);
  },
};
