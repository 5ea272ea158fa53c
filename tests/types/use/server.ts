// On a server there is no DOM; what it needs of the package names nothing of it. Compiled only, never run.
import { check, open, rules } from "gouji";
import { standard } from "gouji/standard";

export const ok: boolean = check({ year: 2024, cells: {} }).ok;
export const set = open({ year: 2024 }).set("requests.received.natural", "1").appeared.length;
export const titles: string[] = rules().rules.map(({ title }) => title);
export const issues = standard(2024)["~standard"].validate({}).issues;
