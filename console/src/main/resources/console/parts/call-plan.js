// What an outbound call would do, as a picture: who is rung first, what the called party sees, and why.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";

/** @param plan a call plan of the service */
export function callPlanPicture(plan) {
  const steps = plan.ringsAgentFirst
    ? [step("plan.ringsFirst", plan.softphoneNumber, plan.softphoneCandidates, "noSoftphoneNumber"), presented(plan)]
    : [html`<li class="step"><p class="step-title">${t("plan.agentCalls")}</p><p class="hint">${t("plan.agentCallsHint")}</p></li>`, presented(plan)];
  const others = plan.obstacles.filter(({ code }) => !["noSoftphoneNumber", "noDisplayNumber", "noSettings"].includes(code));
  return html`<div class="plan ${plan.wouldFail ? "fails" : ""}">
    <p class="plan-result ${plan.wouldFail ? "fault" : "works"}">${plan.wouldFail ? t("plan.fails") : t("plan.works")}</p>
    ${others.map(({ code }) => html`<p class="fault">${t(`obstacle.${code}`)}</p>`)}
    <ol class="steps">${steps}</ol>
  </div>`;
}

function presented(plan) {
  return step("plan.sees", plan.displayNumber, plan.displayCandidates, "noDisplayNumber");
}

function step(title, number, candidates, obstacle) {
  return html`<li class="step">
    <p class="step-title">${t(title)}</p>
    ${number ? html`<p class="number taken">${number}</p>` : html`<p class="fault">${t(`obstacle.${obstacle}`)}</p>`}
    ${candidates.length > 1 || (candidates.length === 1 && !number)
      ? html`<ul class="candidates">${candidates.map(candidate)}</ul>`
      : nothing}
  </li>`;
}

function candidate({ number, source, verdict }) {
  return html`<li class=${verdict}>
    <span class="number">${number}</span>
    <span class="hint">${t(`source.${source}`)} · ${t(`verdict.${verdict}`)}</span>
  </li>`;
}
