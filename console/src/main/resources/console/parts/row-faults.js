// What is wrong with the rows of a file, in the words of the service.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t, tn } from "../i18n.js";

/**
 * @param {{items, next, total}} faults as the service lists them; `total` counts the faulty rows
 * @param more shows further ones
 */
export function rowFaults({ items, next, total }, more) {
  return html`<h3>${tn("import.faults", total)}</h3>
    <div class="table-frame" role="region" tabindex="0" aria-label=${t("import.faultList")}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t("import.column.row")}</th>
            <th scope="col">${t("import.column.field")}</th>
            <th scope="col">${t("import.column.wrong")}</th>
            <th scope="col">${t("import.column.user")}</th>
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (fault) => html`<tr>
              <th scope="row" class="number">${fault.row ?? "–"}</th>
              <td class="code">${fault.column ?? "–"}</td>
              <td class="wide fault">${fault.detail}</td>
              <td class="code">${fault.userId ?? "–"}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${next ? html`<p><button @click=${more}>${t("import.moreFaults")}</button></p>` : nothing}`;
}
