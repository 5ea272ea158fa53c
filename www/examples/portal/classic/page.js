// As a page without modules writes it: names of fields to cells, one call.
layui.use(["form", "layer"], function () {
  var columns = ["natural", "business", "research", "charity", "legal_service", "other", "total"];
  var names = {};
  for (var place = 0; place < columns.length; place += 1) {
    names["xs" + (place + 1)] = "requests.received." + columns[place];
    names["jz" + (place + 1)] = "requests.carried_in." + columns[place];
  }
  goujiAdapters.layui(layui, document.getElementById("report"), { year: 2024, names: names, summary: "#summary" });
  layui.form.on("submit(report)", function () {
    return true;
  });
});
