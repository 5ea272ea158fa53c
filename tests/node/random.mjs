// Chance that is the same in each run; no file and no module of Node's, so that a browser can use it too.

/** Random numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  next.below = (limit) => Math.floor(next() * limit);
  next.of = (list) => list[next.below(list.length)];
  return next;
}
