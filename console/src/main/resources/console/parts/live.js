// How the service is doing, from its metrics: rates and latencies between two readings.

const SERIES = /^http_server_requests_seconds_bucket\{(.*)\} ([\d.eE+-]+)$/gm;
const LABEL = /(\w+)="([^"]*)"/g;

/** The requests of an interface so far, by the upper bound of their latency in seconds, and how many of them failed. */
export function readRequests(text, wanted) {
  const byBound = new Map();
  let failed = 0;
  for (const [, labels, value] of text.matchAll(SERIES)) {
    const label = Object.fromEntries([...labels.matchAll(LABEL)].map(([, name, content]) => [name, content]));
    if (label.interface !== wanted) {
      continue;
    }
    const bound = label.le === "+Inf" ? Infinity : Number(label.le);
    byBound.set(bound, (byBound.get(bound) ?? 0) + Number(value));
    if (bound === Infinity && label.status.startsWith("5")) {
      failed += Number(value);
    }
  }
  return { byBound, failed, total: byBound.get(Infinity) ?? 0 };
}

/** What happened between two readings: `{rate, failures, p50, p99}`; latencies are upper bounds in seconds, null without requests. */
export function between(before, now, seconds) {
  const count = Math.max(0, now.total - before.total);
  const quantile = (share) => {
    const bounds = [...now.byBound.keys()].sort((a, b) => a - b);
    return count ? bounds.find((bound) => now.byBound.get(bound) - (before.byBound.get(bound) ?? 0) >= count * share) : null;
  };
  return { rate: count / seconds, failures: Math.max(0, now.failed - before.failed), p50: quantile(0.5), p99: quantile(0.99) };
}
