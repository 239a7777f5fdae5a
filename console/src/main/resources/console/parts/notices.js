// What tells people that something went wrong, is empty, or is under way.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";

/** What the service refused, with what can be done. */
export function problemNotice(problem) {
  if (!problem) {
    return nothing;
  }
  const listed = problem.errors?.length > 1;
  return html`<div class="notice error" role="alert">
    <p>${problem.sentence ?? t("problem.failed")}</p>
    ${listed
      ? html`<ul>${problem.errors.map((fault) => html`<li>${fault.pointer ?? fault.parameter}: ${fault.detail}</li>`)}</ul>`
      : nothing}
  </div>`;
}

/** Instead of a list that is empty: why, and what to do. */
export function emptyState(title, hint, action = nothing) {
  return html`<div class="empty">
    <p class="empty-title">${title}</p>
    <p>${hint}</p>
    ${action}
  </div>`;
}

/** While something loads; it appears only if that takes a while. */
export function loading() {
  return html`<p class="loading" role="status">${t("app.loading")}</p>`;
}
