// Timing on a machine that others use, too: contenders take turns in short rounds, and medians count.

const ROUNDS = 9;
const ROUND = 25; // milliseconds for each contender
const WARM_UP = 250; // milliseconds for each contender
/** Milliseconds that one sample of the median takes at least: many times what the clock can tell. */
const BATCH = 0.05;

/** Runs for some milliseconds; how many runs that were. */
function spend(run, milliseconds) {
  const end = performance.now() + milliseconds;
  let runs = 0;
  while (performance.now() < end) {
    run();
    runs += 1;
  }
  return runs;
}

/** What reading the clock twice takes by itself. */
function overhead() {
  const empty = [];
  for (let count = 0; count < 20_000; count += 1) {
    const start = performance.now();
    empty.push(performance.now() - start);
  }
  return quantile(empty, 0.5);
}

function quantile(samples, part) {
  samples.sort((one, other) => one - other);
  return samples[Math.min(samples.length - 1, Math.floor(samples.length * part))];
}

/**
 * Median and 99th percentile of each run, in microseconds. The median is of batches (a call may be shorter than the
 * clock can tell), the percentile of single calls.
 */
export function race(runs, { batch = BATCH } = {}) {
  const entries = Object.entries(runs).map(([name, run]) => {
    const each = WARM_UP / spend(run, WARM_UP);
    return { name, run, size: Math.max(1, Math.ceil(batch / each)), batches: [], singles: [] };
  });
  const clock = overhead();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { run, size, batches, singles } of entries) {
      spend(run, ROUND / 5); // whatever the others pushed out of the caches
      for (const end = performance.now() + ROUND; performance.now() < end; ) {
        const start = performance.now();
        for (let count = 0; count < size; count += 1) run();
        batches.push((performance.now() - start - clock) / size);
      }
      for (const end = performance.now() + ROUND; performance.now() < end; ) {
        const start = performance.now();
        run();
        singles.push(performance.now() - start - clock);
      }
    }
  }
  return Object.fromEntries(
    entries.map(({ name, batches, singles }) => [name, { median: quantile(batches, 0.5) * 1000, p99: quantile(singles, 0.99) * 1000 }]),
  );
}
