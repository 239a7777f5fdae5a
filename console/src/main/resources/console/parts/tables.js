// What tables of records have in common: columns that can be chosen, and keys that move between rows.

import { html } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";

const key = (table) => `columns-${table}`;

/** The columns that are shown, which the browser remembers for each table. */
export function columnsShown(table, columns) {
  const stored = localStorage.getItem(key(table));
  const chosen = stored === null ? null : stored.split(",");
  return columns.filter((column) => (chosen ? chosen.includes(column.id) : column.shown));
}

/** A menu that chooses the columns. `prefix` is that of their titles' texts. */
export function columnChoice(table, columns, prefix, update) {
  const shown = columnsShown(table, columns);
  const toggle = (column) => {
    const chosen = columns.filter((other) => shown.includes(other) !== (other === column));
    localStorage.setItem(key(table), chosen.map((other) => other.id).join(","));
    update();
  };
  return html`<details class="menu" @keydown=${closeMenu} @focusout=${closeWhenLeft}>
    <summary class="button">${t("tables.columns")}</summary>
    <fieldset class="menu-list">
      <legend class="visually-hidden">${t("tables.columns")}</legend>
      ${columns.map(
        (column) => html`<label
          ><input type="checkbox" .checked=${shown.includes(column)} @change=${() => toggle(column)} />
          ${t(`${prefix}.${column.id}`)}</label
        >`,
      )}
    </fieldset>
  </details>`;
}

function closeMenu(event) {
  if (event.key === "Escape") {
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary").focus();
  }
}

function closeWhenLeft(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) {
    event.currentTarget.open = false;
  }
}

const MOVES = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Moves the focus from a row's link to another row's. */
export function moveBetweenRows(event) {
  const move = MOVES[event.key];
  if (move === undefined || !event.target.matches("a.row-link")) {
    return;
  }
  const links = [...event.currentTarget.querySelectorAll("a.row-link")];
  const to = links.indexOf(event.target) + move;
  links[Math.max(0, Math.min(links.length - 1, to))].focus();
  event.preventDefault();
}
