// The examples a clerk can load: published figures, each with its source in `meta`. What a choice says of them stands
// here, the figures come when one is chosen.

/** `word` names the line that says what the example shows. */
export const examples = [
  { body: "大连市西岗区西岗街道", year: 2020, word: "exampleHolds", load: async () => (await import("./xigang-2020.js")).default },
  { body: "平潭综合实验区农业农村局", year: 2021, word: "exampleBroken", load: async () => (await import("./pingtan-2021.js")).default },
  { body: "宿迁市人民政府", year: 2024, word: "exampleCity", load: async () => (await import("./suqian-2024.js")).default },
];
