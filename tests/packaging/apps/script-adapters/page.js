// The adapters came first: what they take from the other scripts is asked for when they are called.
(function () {
  var rules = {};
  var form = document.forms[0];
  var layui = { form: { verify: function (given) { Object.assign(rules, given); } } };
  goujiAdapters.layui(layui, form, { year: 2024, names: { zrr: "requests.received.natural", hj: "requests.received.total" } });
  var editor = goujiAdapters.editor({
    panel: document.getElementById("panel"),
    year: 2024,
    blank: "zero",
    content: function () { return document.getElementById("text"); },
    listen: function () { return function () {}; },
  });
  globalThis.answered = {
    said: /\u201cx\u201d/.test(rules.gouji(form.elements.hj.value, form.elements.hj)),
    found: editor.look().findings.some(function (one) { return one.rule + "@" + one.at === "requests-applicants-total@received"; }),
    beside: document.querySelectorAll("#panel .gouji-finding").length > 0,
  };
})();
