// Two versions side by side, when somebody else has changed what is being edited.

import { html } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";
import { FIELDS } from "./draft.js";
import { valueText } from "./history.js";

/**
 * @param mine the settings that were to be stored
 * @param theirs those that are stored now, null if they were deleted
 * @param {{keepMine: () => void, takeTheirs: () => void}} actions
 */
export function conflictNotice(mine, theirs, { keepMine, takeTheirs }) {
  return html`<section class="notice error conflict" role="alert" aria-labelledby="conflict-title">
    <h2 id="conflict-title">${theirs ? t("conflict.title") : t("conflict.deleted")}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${t("conflict.field")}</th>
          <th scope="col">${t("conflict.mine")}</th>
          <th scope="col">${t("conflict.theirs")}</th>
        </tr>
      </thead>
      <tbody>
        ${FIELDS.map((field) => {
          const [a, b] = [valueText(field, mine[field]), theirs ? valueText(field, theirs[field]) : "–"];
          return html`<tr class=${a === b ? "" : "differs"}>
            <th scope="row">${t(`field.${field}`)}</th>
            <td>${a}</td>
            <td>${b}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <p class="actions">
      <button class="primary" @click=${keepMine}>${t("conflict.keepMine")}</button>
      <button @click=${takeTheirs}>${t("conflict.takeTheirs")}</button>
    </p>
  </section>`;
}
