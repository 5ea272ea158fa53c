/// <reference types="gouji/gouji.global.js" />
// The classic script, which leaves one name. Compiled only, never run.
const answer = gouji.check({ year: 2024, cells: {} });
const session = window.gouji.open({ year: 2024 });
const change = session.set("requests.received.natural", 1);
// @ts-expect-error There is no such cell.
session.set("requests.received.nobody", 1);
// @ts-expect-error There is nothing to be supplied with.
gouji.init;

export { answer, change };
