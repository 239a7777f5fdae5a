// What was changed of an agent, newest first, with the differences.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { dateTime, t } from "../i18n.js";

const FIELDS = new Set(["callType", "displayNumbers", "defaultDisplayNumber", "softphoneNumbers", "defaultSoftphoneNumber", "account", "name", "phone", "email", "description", "status"]);

/**
 * @param {{items, next}} history as the service lists it
 * @param {{canRestore: boolean, jobAddress: (job) => string, restore: (item) => void, more: () => void}} actions `jobAddress` is undefined
 *   for those who may not see jobs
 */
export function historyList({ items, next }, { canRestore, jobAddress, restore, more }) {
  return html`<ol class="history">
      ${items.map(
        (item) => html`<li>
          <p class="history-head">
            <strong>${t(`change.${item.type}`)}</strong>
            ${whenAndWho(item, jobAddress)}
            ${canRestore && item.type.startsWith("settings.")
              ? html`<button class="quiet" @click=${() => restore(item)}>
                  ${item.before ? t("history.restore") : t("history.restoreNothing")}
                </button>`
              : nothing}
          </p>
          ${differences(item)}
        </li>`,
      )}
    </ol>
    ${next ? html`<button @click=${more}>${t("history.more")}</button>` : nothing}`;
}

/** When something was changed, by whom, and by which import or change of many agents. */
export function whenAndWho({ time, actor }, jobAddress) {
  return html`<span class="hint"
    ><time datetime=${time}>${dateTime(time)}</time> · ${actorText(actor)}${actor.job ? html` · ${jobName(actor.job, jobAddress)}` : nothing}</span
  >`;
}

function jobName(job, address) {
  return address ? html`<a href=${address(job)}>${t("history.job")}</a>` : t("history.job");
}

/** Who changed something. */
export function actorText({ kind, name }) {
  return t(`actor.${kind}`, { name });
}

/** What differs between before and after. */
export function differences({ before, after, changed }) {
  const fields = changed.filter((field) => FIELDS.has(field));
  return fields.length
    ? html`<dl class="differences">
        ${fields.map(
          (field) => html`<dt>${t(`field.${field}`)}</dt>
            <dd>${before ? html`<del>${valueText(field, before[field])}</del> ` : nothing}${after ? html`<ins>${valueText(field, after[field])}</ins>` : nothing}</dd>`,
        )}
      </dl>`
    : nothing;
}

/** A value of a field for people. */
export function valueText(field, value) {
  if (value === null || value === undefined) {
    return t("value.notSet");
  }
  if (Array.isArray(value)) {
    return value.length ? value.join(", ") : t("value.none");
  }
  if (field === "callType" || field === "status") {
    return t(`${field}.${value}`);
  }
  return value === "" ? t("value.none") : value;
}
