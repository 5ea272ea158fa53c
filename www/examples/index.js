// The examples a clerk can load: published figures, each with its source in `meta`.
import xigang from "./xigang-2020.js";
import pingtan from "./pingtan-2021.js";
import suqian from "./suqian-2024.js";

/** `word` names the line that says what the example shows. */
export const examples = [
  { report: xigang, word: "exampleHolds" },
  { report: pingtan, word: "exampleBroken" },
  { report: suqian, word: "exampleCity" },
];
