// Work that goes on in the service: imports, bulk changes, undoings.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get } from "../api.js";
import { number, t, tn } from "../i18n.js";

const OVER = ["done", "failed", "cancelled"];
const PAUSE_MILLIS = 400;

export const isOver = (job) => OVER.includes(job.state);

/** Reads the job again and again until it is over, and hands each reading to `show`. */
export async function followJob(path, signal, show) {
  for (;;) {
    const { data: job } = await get(path, { signal, background: true });
    show(job);
    if (isOver(job)) {
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    signal.throwIfAborted();
  }
}

const BADGES = { done: "badge good", failed: "badge warn" };

export function jobState(job) {
  return job.state === "done" && job.rowsFaulty > 0
    ? html`<span class="badge warn">${t("job.doneWithFaults")}</span>`
    : html`<span class=${BADGES[job.state] ?? "badge"}>${t(`job.state.${job.state}`)}</span>`;
}

/** Whether its counts are of what a check found, since nothing was applied. */
function isOfCheck({ dryRun, faults, state }) {
  return Boolean(dryRun) || state === "checking" || (faults === "stop" && state === "failed");
}

/** Those counts that can be told. A cancelled import does not say whether it had only checked the rows. */
function counts(job) {
  return [
    job.faults === "stop" && job.state === "cancelled" ? null : "Applied",
    "Unchanged",
    "Faulty",
    job.rowsWarned > 0 ? "Warned" : null,
  ].filter(Boolean);
}

/** How far a job has come, and what became of its rows. */
export function jobProgress(job) {
  return html`<section class="job" aria-label=${t("job.progress")}>
    <p>
      ${jobState(job)}
      ${job.secondsLeft === undefined ? nothing : html`<span class="hint">${tn("job.secondsLeft", job.secondsLeft)}</span>`}
    </p>
    ${isOver(job) ? nothing : html`<progress max="1" .value=${job.bytes ? job.bytesRead / job.bytes : 0} aria-label=${t("job.progress")}></progress>`}
    ${job.failure ? html`<p class="fault">${job.failure}</p>` : nothing}
    <dl class="figures">
      ${counts(job).map(
        (kind) => html`<div>
          <dt>${isOfCheck(job) ? t(`job.checked.${kind}`) : t(`job.rows.${kind}`)}</dt>
          <dd>${number(job[`rows${kind}`])}</dd>
        </div>`,
      )}
    </dl>
  </section>`;
}
