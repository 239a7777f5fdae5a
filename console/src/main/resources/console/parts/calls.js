// How settings and what a call would do with them are shown in a line.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t, tn } from "../i18n.js";

export function statusBadge(status) {
  if (!status) {
    return nothing;
  }
  return html`<span class=${status === "active" ? "muted" : "badge warn"}>${t(`status.${status}`)}</span>`;
}

/** The call type of an agent of a list, or that there are no settings. */
export function callTypeBadge(agent) {
  if (agent.plan.obstacles.some((obstacle) => obstacle.code === "noSettings")) {
    return html`<span class="muted">${t("callType.noSettings")}</span>`;
  }
  const callType = agent.plan.callType;
  return callType ? html`<span class="badge">${t(`callType.${callType}`)}</span>` : html`<span class="muted">${t("callType.none")}</span>`;
}

/** The number that is taken, and how many others could take its place. */
export function fallbacks(taken, candidates = []) {
  const others = candidates.filter((candidate) => candidate.verdict === "fallback").length;
  const unused = candidates.find((candidate) => candidate.verdict === "notRung");
  if (!taken && unused) {
    return html`<span class="number muted" title=${t("agents.notRung")}>${unused.number}</span>`;
  }
  if (!taken) {
    return html`<span class="muted">–</span>`;
  }
  return html`<span class="number">${taken}</span>${others ? html` <span class="more" title=${tn("agents.fallbacks", others)}>+${others}</span>` : nothing}`;
}

/** Why a call could not be placed. That there are no settings is no fault. */
export function obstacles(plan) {
  const codes = (plan?.obstacles ?? []).map((obstacle) => obstacle.code);
  return codes.length && !codes.includes("noSettings") ? html`<span class="fault">${codes.map((code) => t(`obstacle.${code}`)).join(" ")}</span>` : nothing;
}
