/// <reference types="gouji/gouji.global.js" />
/// <reference types="gouji/gouji.read.global.js" />
/// <reference types="gouji/gouji.adapters.global.js" />
// The classic scripts, which leave one name each. Compiled only, never run.
const answer = gouji.check({ year: 2024, cells: {} });
const session = window.gouji.open({ year: 2024 });
const change = session.set("requests.received.natural", 1);
// @ts-expect-error There is no such cell.
session.set("requests.received.nobody", 1);
// @ts-expect-error There is nothing to be supplied with.
gouji.init;

const reading = goujiRead.read("", { name: "paste.txt" });
const both = window.goujiRead.joined(answer, reading);

declare const layui: Parameters<typeof goujiAdapters.layui>[0];
const followed = goujiAdapters.layui(layui, document.forms[0], { year: 2024, names: { xs1: "requests.received.natural" } });

export { answer, both, change, followed };
