// A page cannot be handed a clipboard, so a text is copied inside it as a person would: from a field that holds it.
// Both functions run in the page, around the pressing of the keys that copy.
export const putOnClipboard = {
  choose: (text) => {
    window.focusedBefore = document.activeElement;
    const field = document.createElement("textarea");
    field.id = "to-copy";
    field.value = text;
    document.body.append(field);
    field.focus();
    field.select();
  },
  goBack: () => {
    document.getElementById("to-copy").remove();
    window.focusedBefore.focus();
  },
};
