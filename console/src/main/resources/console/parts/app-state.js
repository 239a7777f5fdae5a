// Whether an app may call the vendor's interface, and by which secrets.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { dateTime, t } from "../i18n.js";

/** The editions of the vendor's interface, the newest first. */
export const EDITIONS = [2025, 2023];

export function appBadges({ enabled, hasSecret, previousSecretUntil }) {
  return html`${enabled ? html`<span class="badge good">${t("apps.enabled")}</span>` : html`<span class="badge warn">${t("apps.disabled")}</span>`}
  ${hasSecret ? nothing : html`<span class="badge warn">${t("apps.noSecret")}</span>`}
  ${previousSecretUntil ? html`<span class="badge">${t("apps.previousUntil", { time: dateTime(previousSecretUntil) })}</span>` : nothing}`;
}
