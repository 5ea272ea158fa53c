// Of each rule one example from the rule book that breaks it, and one that does not. The page checks them anew when it
// shows them, so the words beside them are always those of the package.

export const examples = {
  "requests-balance": {
    fails: {at: "natural", report: {year: 2024, cells: {"requests.carried_out.natural":1, "requests.received.natural":1, "requests.results_total.natural":1}}},
    holds: {report: {cells: {"requests.carried_in.natural":1, "requests.carried_out.natural":2, "requests.received.natural":3, "requests.results_total.natural":2}, year: 2019}},
  },
  "requests-results-total": {
    fails: {at: "natural", report: {year: 2019, cells: {"requests.granted.natural":2, "requests.results_total.natural":1}}},
    holds: {report: {cells: {"requests.granted.natural":1, "requests.other.natural":2, "requests.results_total.natural":3}, year: 2019}},
  },
  "requests-applicants-total": {
    fails: {at: "received", report: {year: 2024, cells: {"requests.received.business":2, "requests.received.natural":1, "requests.received.total":4}}},
    holds: {report: {cells: {"requests.other.natural":1, "requests.other.other":2, "requests.other.total":3}, year: 2019}},
  },
  "requests-column-without-requests": {
    fails: {at: "charity", blank: "missing", report: {year: 2019, cells: {"requests.carried_in.charity":0, "requests.granted.charity":3, "requests.received.charity":0}}},
    holds: {blank: "missing", report: {year: 2024, cells: {"requests.carried_in.charity":0, "requests.granted.charity":0, "requests.received.charity":0}}},
  },
  "requests-result-exceeds-total": {
    fails: {at: "granted.natural", report: {year: 2024, cells: {"requests.granted.natural":3, "requests.refused.third_party.natural":-1, "requests.results_total.natural":2}}},
    holds: {blank: "missing", report: {year: 2024, cells: {"requests.granted.natural":2, "requests.results_total.natural":2}}},
  },
  "requests-carried-out-exceeds-received": {
    fails: {at: "natural", report: {year: 2024, cells: {"requests.carried_out.natural":2, "requests.received.natural":1, "requests.results_total.natural":-1}}},
    holds: {blank: "missing", report: {year: 2024, cells: {"requests.carried_in.natural":1, "requests.carried_out.natural":2, "requests.received.natural":1}}},
  },
  "requests-carried-out-large": {
    fails: {report: {year: 2019, cells: {"requests.carried_out.total":7, "requests.received.total":20}}},
    holds: {report: {cells: {"requests.carried_in.total":10, "requests.carried_out.total":9, "requests.received.total":20}, year: 2024}},
  },
  "requests-carried-in-roll-forward": {
    fails: {at: "natural", previous: {cells: {"requests.carried_out.natural":3}, year: 2023}, report: {year: 2024, cells: {"requests.carried_in.natural":2}}},
    holds: {previous: {cells: {"requests.carried_out.natural":2}, year: 2023}, report: {cells: {"requests.carried_in.natural":2}, year: 2024}},
  },
  "disputes-total": {
    fails: {at: "reconsideration", report: {year: 2019, cells: {"disputes.reconsideration.total":2, "disputes.reconsideration.upheld":1}}},
    holds: {report: {cells: {"disputes.reconsideration.corrected":2, "disputes.reconsideration.other":3, "disputes.reconsideration.pending":4, "disputes.reconsideration.total":10, "disputes.reconsideration.upheld":1}, year: 2019}},
  },
  "disputes-litigation-after-exceeds-reconsideration": {
    fails: {previous: {cells: {"disputes.reconsideration.total":1}, year: 2023}, report: {year: 2024, cells: {"disputes.litigation_after.total":3, "disputes.reconsideration.total":1}}},
    holds: {previous: {cells: {"disputes.reconsideration.total":2}, year: 2023}, report: {cells: {"disputes.litigation_after.total":3, "disputes.reconsideration.total":1}, year: 2024}},
  },
  "disputes-without-requests": {
    fails: {report: {year: 2019, cells: {"disputes.reconsideration.total":1}}},
    holds: {report: {cells: {"disputes.reconsideration.total":1, "requests.received.natural":1}, year: 2024}},
  },
  "disputes-reconsideration-exceeds-requests": {
    fails: {report: {year: 2024, cells: {"disputes.reconsideration.total":2, "requests.received.natural":1}}},
    holds: {report: {cells: {"disputes.reconsideration.total":2, "requests.carried_in.other":1, "requests.received.natural":1}, year: 2024}},
  },
  "disclosure-in-force-below-net-made": {
    fails: {at: "normative_documents", report: {year: 2021, cells: {"disclosure.normative_documents.made":5}}},
    holds: {report: {cells: {"disclosure.normative_documents.in_force":3, "disclosure.normative_documents.made":5, "disclosure.normative_documents.repealed":2}, year: 2024}},
  },
  "disclosure-in-force-roll-forward": {
    fails: {at: "normative_documents", previous: {cells: {"disclosure.normative_documents.in_force":597}, year: 2023}, report: {year: 2024, cells: {"disclosure.normative_documents.in_force":421, "disclosure.normative_documents.made":50, "disclosure.normative_documents.repealed":227}}},
    holds: {previous: {cells: {"disclosure.regulations.in_force":11}, year: 2023}, report: {cells: {"disclosure.regulations.in_force":12, "disclosure.regulations.made":2, "disclosure.regulations.repealed":1}, kind: "government", level: "city", year: 2024}},
  },
  "disclosure-regulations-without-power": {
    fails: {at: "disclosure.regulations.made", report: {year: 2024, cells: {"disclosure.regulations.in_force":2, "disclosure.regulations.made":2}, level: "township"}},
    holds: {report: {cells: {"disclosure.regulations.in_force":2, "disclosure.regulations.made":2}, kind: "government", level: "city", year: 2024}},
  },
  "disclosure-published-exceeds-public-total": {
    fails: {at: "normative_documents", report: {year: 2019, cells: {"disclosure.normative_documents.public_total":8, "disclosure.normative_documents.published":9}}},
    holds: {report: {cells: {"disclosure.normative_documents.public_total":8, "disclosure.normative_documents.published":8}, year: 2019}},
  },
  "disclosure-public-total-roll-forward": {
    fails: {at: "normative_documents", previous: {cells: {"disclosure.normative_documents.public_total":3}, year: 2019}, report: {year: 2020, cells: {"disclosure.normative_documents.public_total":6, "disclosure.normative_documents.published":2}}},
    holds: {previous: {cells: {"disclosure.normative_documents.public_total":3}, year: 2019}, report: {cells: {"disclosure.normative_documents.public_total":5, "disclosure.normative_documents.published":2}, year: 2020}},
  },
  "disclosure-items-roll-forward": {
    fails: {at: "licensing", previous: {cells: {"disclosure.licensing.items_change":-417, "disclosure.licensing.items_last_year":716}, year: 2019}, report: {year: 2020, cells: {"disclosure.licensing.items_last_year":300}}},
    holds: {previous: {cells: {"disclosure.licensing.items_change":-417, "disclosure.licensing.items_last_year":716}, year: 2019}, report: {cells: {"disclosure.licensing.items_last_year":299}, year: 2020}},
  },
  "disclosure-items-negative": {
    fails: {at: "licensing", report: {year: 2019, cells: {"disclosure.licensing.items_change":-417, "disclosure.licensing.items_last_year":416}}},
    holds: {report: {cells: {"disclosure.licensing.items_change":-417, "disclosure.licensing.items_last_year":417}, year: 2019}},
  },
  "disclosure-decisions-without-items": {
    fails: {at: "penalties", report: {year: 2019, cells: {"disclosure.penalties.decisions":9}}},
    holds: {report: {cells: {"disclosure.penalties.decisions":9, "disclosure.penalties.items_last_year":3}, year: 2019}},
  },
  "procurement-amount-without-projects": {
    fails: {report: {year: 2019, cells: {"disclosure.procurement.amount":"251000元"}}},
    holds: {report: {cells: {"disclosure.procurement.amount":"251000元", "disclosure.procurement.projects":6}, year: 2019}},
  },
  "procurement-projects-without-amount": {
    fails: {report: {year: 2019, cells: {"disclosure.procurement.projects":178}}},
    holds: {report: {cells: {"disclosure.procurement.amount":"20097080 元", "disclosure.procurement.projects":178}, year: 2019}},
  },
  "cell-blank": {
    fails: {at: "requests.received.natural", blank: "missing", report: {year: 2024, cells: {"requests.received.total":0}}},
    holds: {at: "requests.received.natural", blank: "missing", report: {year: 2024, cells: {"requests.received.natural":0}}},
  },
  "cell-placeholder": {
    fails: {at: "disclosure.regulations.made", report: {year: 2024, cells: {"disclosure.regulations.made":"/"}}},
    holds: {report: {cells: {"disclosure.regulations.made":"0"}, year: 2024}},
  },
  "cell-unreadable": {
    fails: {at: "requests.received.natural", report: {year: 2024, cells: {"requests.received.natural":"约十余件"}}},
    holds: {report: {cells: {"requests.received.natural":"12"}, year: 2024}},
  },
  "cell-too-large": {
    fails: {at: "disclosure.licensing.decisions", report: {year: 2024, cells: {"disclosure.licensing.decisions":"15731790000000000000"}}},
    holds: {report: {cells: {"disclosure.licensing.decisions":"1573179"}, year: 2024}},
  },
  "cell-fraction": {
    fails: {at: "requests.received.natural", report: {year: 2024, cells: {"requests.received.natural":"1.5"}}},
    holds: {report: {cells: {"disclosure.fees.amount":"1.5", "requests.received.natural":"1.0"}, year: 2024}},
  },
  "cell-negative": {
    fails: {at: "disputes.reconsideration.upheld", report: {year: 2024, cells: {"disputes.reconsideration.other":3, "disputes.reconsideration.upheld":-3}}},
    holds: {report: {cells: {"disclosure.licensing.items_change":"-417", "disclosure.licensing.items_last_year":500}, year: 2019}},
  },
  "cell-annotated": {
    fails: {at: "disclosure.licensing.decisions", report: {year: 2024, cells: {"disclosure.licensing.decisions":"178项"}}},
    holds: {report: {cells: {"disclosure.procurement.amount":"20097080 元", "disclosure.procurement.projects":178}, year: 2019}},
  },
  "cell-notation": {
    fails: {at: "requests.received.natural", report: {year: 2024, cells: {"requests.received.natural":"1,204"}}},
    holds: {report: {cells: {"requests.received.natural":" 12 "}, year: 2024}},
  },
  "cell-split": {
    fails: {at: "requests.received.natural", report: {year: 2024, cells: {"requests.received.natural":"1 2"}}},
    holds: {report: {cells: {"requests.received.natural":"12"}, year: 2024}},
  },
  "money-unit-converted": {
    fails: {at: "disclosure.fees.amount", report: {year: 2024, cells: {"disclosure.fees.amount":"20097080元"}}},
    holds: {report: {cells: {"disclosure.fees.amount":"2009.708"}, year: 2024}},
  },
  "money-decimals": {
    fails: {at: "disclosure.fees.amount", report: {year: 2024, cells: {"disclosure.fees.amount":"0.30000000000000004"}}},
    holds: {report: {cells: {"disclosure.fees.amount":"24252.311082"}, year: 2024}},
  },
  "procurement-unit-missing": {
    fails: {at: "disclosure.procurement.amount", report: {year: 2019, cells: {"disclosure.procurement.amount":"251000", "disclosure.procurement.projects":1}}},
    holds: {report: {cells: {"disclosure.procurement.amount":"251000元", "disclosure.procurement.projects":1}, year: 2019}},
  },
  "report-all-zero": {
    fails: {report: {year: 2024, cells: {"requests.received.natural":0}}},
    holds: {report: {cells: {"disputes.reconsideration.upheld":1}, year: 2024}},
  },
  "blanks-read-as-zero": {
    fails: {report: {year: 2024, cells: {"requests.received.natural":1}}},
    holds: {blank: "missing", report: {year: 2024, cells: {"requests.received.natural":1}}},
  },
  "layout-of-other-year": {
    fails: {at: "requests", report: {year: 2022, cells: {}, layouts: {"requests":2019}}},
    holds: {report: {cells: {}, layouts: {"requests":2019}, year: 2020}},
  },
  "cell-of-other-layout": {
    fails: {at: "requests.other.natural", report: {year: 2024, cells: {"requests.other.natural":1}}},
    holds: {report: {cells: {"requests.other.natural":0}, year: 2019}},
  },
  "cell-unknown": {
    fails: {at: "requests.received.nobody", report: {year: 2024, cells: {"requests.received.nobody":1}}},
    holds: {report: {cells: {"requests.received.natural":0}, year: 2024}},
  },
  "cell-given-twice": {
    fails: {at: "requests.received.natural", report: {year: 2024, cells: {"requests":{"received.natural":2}, "requests.received.natural":1}}},
    holds: {report: {cells: {"requests.received.natural":0}, year: 2024}},
  },
  "key-unknown": {
    fails: {at: "levle", report: {year: 2024, cells: {}, "levle":"city"}},
    holds: {report: {cells: {}, "meta":{"anything":1}, year: 2024}},
  },
  "value-invalid": {
    fails: {at: "level", report: {year: 2024, cells: {}, level: "village"}},
    holds: {report: {cells: {}, kind: "government", level: "city", year: 2024}},
  },
  "year-without-form": {
    fails: {report: {year: 2018, cells: {}}},
    holds: {report: {cells: {}, year: 2019}},
  },
  "year-unconfirmed": {
    fails: {report: {year: 2026, cells: {}}},
    holds: {report: {cells: {}, year: 2025}},
  },
  "table-missing": {
    fails: {at: "disputes", report: {year: 2024, cells: {"requests.received.natural":0}}},
    holds: {at: "disputes", report: {year: 2024, cells: {"disputes.reconsideration.total":0}}},
  },
  "section-missing": {
    fails: {at: "problems", report: {year: 2024, cells: {}, sections: {"other":"无", "overview":"一年来……"}}},
    holds: {report: {cells: {}, year: 2024}},
  },
  "charges-without-statement": {
    fails: {report: {year: 2024, cells: {"disclosure.fees.amount":"5.5"}, sections: {"other":" 无。", "overview":"x", "problems":"x"}}},
    holds: {report: {cells: {"disclosure.fees.amount":0}, sections: {"other":"无", "overview":"x", "problems":"x"}, year: 2024}},
  },
  "previous-unsuitable": {
    fails: {previous: {cells: {}, year: 2022}, report: {year: 2024, cells: {}}},
    holds: {previous: {cells: {}, year: 2023}, report: {cells: {}, year: 2024}},
  },
  "previous-of-other-body": {
    fails: {previous: {body: "乙县人民政府", cells: {}, year: 2023}, report: {year: 2024, body: "甲县人民政府", cells: {}}},
    holds: {previous: {body: "甲县 人民政府", cells: {}, year: 2023}, report: {body: "甲县人民政府", cells: {}, year: 2024}},
  },
};
