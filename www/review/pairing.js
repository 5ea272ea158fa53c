// Last year's report of the same body, where it lies in the same folder.

/** A name without what differs from one file to the next: width, spaces, punctuation, capitals. */
export const plainName = (name) => (typeof name === "string" ? name.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, "") : "");

/** For each report (or null) the one that is its `previous`: { report, place }, or null. The first of several counts. */
export function pair(reports) {
  const places = new Map();
  const key = (body, year) => `${plainName(body)} ${year}`;
  reports.forEach((report, place) => {
    if (report && plainName(report.body) !== "" && !places.has(key(report.body, Number(report.year)))) places.set(key(report.body, Number(report.year)), place);
  });
  return reports.map((report, own) => {
    if (!report || plainName(report.body) === "") return null;
    const place = places.get(key(report.body, Number(report.year) - 1));
    return place === undefined || place === own ? null : { report: reports[place], place };
  });
}
