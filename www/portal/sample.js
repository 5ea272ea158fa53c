// A form as portals have them, to try the playground with: the first rows of the requests table, headed as printed,
// with the names an old system gave its fields, and one row whose label says nothing.

const columns = ["zrr", "qy", "ky", "gy", "fl", "qt", "zj"];
const rows = [["xs", "一、本年新收政府信息公开申请数量"], ["jz", "二、上年结转政府信息公开申请数量"]];
const row = (key, label) => `    <tr><td colspan="3">${label}</td>${columns.map((column) => `<td><input name="sq_${column}_${key}"></td>`).join("")}</tr>`;

export const sample = `<form action="/save.do" method="post">
  <h3>三、收到和处理政府信息公开申请情况</h3>
  <table>
    <tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
    <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
    <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
${rows.map(([key, label]) => row(key, label)).join("\n")}
    <tr><td rowspan="2">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>${columns.map((column) => `<td><input name="sq_${column}_gk"></td>`).join("")}</tr>
    <tr><td colspan="2">（七）总计</td>${columns.map((column) => `<td><input name="sq_${column}_hj"></td>`).join("")}</tr>
${row("jzx", "四、结转下年度继续办理")}
${row("bz", "备注栏")}
  </table>
  <button>保存</button>
</form>
`;
