// Rows of a table that are selected, also across its pages.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { live } from "../lib/lit-html/directives/live.js";
import { t, tn } from "../i18n.js";

export class Selection {
  ids = new Set();

  constructor(update) {
    this.update = update;
  }

  get size() {
    return this.ids.size;
  }

  clear() {
    this.ids.clear();
    this.update();
  }

  set(ids, selected) {
    for (const id of ids) {
      if (selected) {
        this.ids.add(id);
      } else {
        this.ids.delete(id);
      }
    }
    this.update();
  }

  /** The cell of the head, which selects all rows that are shown. */
  headCell(ids) {
    const selected = ids.filter((id) => this.ids.has(id)).length;
    return html`<th scope="col" class="select">
      <input
        type="checkbox"
        aria-label=${t("selection.all")}
        .checked=${live(selected > 0 && selected === ids.length)}
        .indeterminate=${selected > 0 && selected < ids.length}
        @change=${(event) => this.set(ids, event.target.checked)}
      />
    </th>`;
  }

  /** The cell of a row; `name` is the row's for people. */
  cell(id, name) {
    return html`<td class="select">
      <input
        type="checkbox"
        aria-label=${t("selection.row", { name })}
        .checked=${live(this.ids.has(id))}
        @change=${(event) => this.set([id], event.target.checked)}
      />
    </td>`;
  }

  /** What can be done with the selected rows, if there are any. */
  bar(actions) {
    return this.size === 0
      ? nothing
      : html`<div class="selection-bar" role="region" aria-label=${t("selection.bar")}>
          <strong>${tn("selection.count", this.size)}</strong>
          ${actions}
          <button class="quiet" @click=${() => this.clear()}>${t("selection.clear")}</button>
        </div>`;
  }
}
