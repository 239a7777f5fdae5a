// A list of numbers whose order matters: typed, moved by drag or by keys, taken away.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { t } from "../i18n.js";
import { withoutSeparators } from "../rules.js";
import { entry } from "./draft.js";

/** What is being dragged: the list and the place in it. */
let dragged = null;

/**
 * @param {{name, entries, faults, notes, max, disabled, choices, change}} list `faults` and `notes` are texts by JSON pointer; `choices`
 *   is the id of a datalist; `change` takes the new entries
 */
export function numberList(list) {
  const { name, entries, max, disabled } = list;
  return html`<fieldset class="numbers">
    <legend>${t(`field.${name}`)}</legend>
    ${entries.length === 0 ? html`<p class="hint">${t("numbers.none")}</p>` : nothing}
    <ol>
      ${repeat(entries, ({ id }) => id, (item, i) => row(list, item, i))}
    </ol>
    ${disabled
      ? nothing
      : html`<button type="button" class="quiet" ?disabled=${entries.length >= max} @click=${(event) => add(event, list)}>
          ${entries.length >= max ? t("numbers.full", { max }) : t("numbers.add")}
        </button>`}
  </fieldset>`;
}

function row(list, item, i) {
  const { name, entries, faults, notes, disabled, choices, change } = list;
  const pointer = `/${name}/${i}`;
  const set = (number) => change(entries.map((other) => (other === item ? { ...item, number } : other)));
  const isNew = item.number === ""; // which is no mistake yet
  return html`<li
    @dragover=${(event) => dragged?.name === name && event.preventDefault()}
    @drop=${(event) => drop(event, list, i)}
  >
    <span class="grip" draggable=${disabled ? "false" : "true"} title=${t("numbers.drag")} @dragstart=${(event) => drag(event, name, i)}>${i + 1}</span>
    ${numberInput({
      value: item.number,
      label: `${t(`field.${name}`)} ${i + 1}`,
      fault: isNew ? undefined : faults[pointer],
      note: isNew ? faults[pointer] : notes[pointer],
      id: `${name}-${item.id}`,
      disabled,
      choices,
      change: set,
      keydown: (event) => moveByKey(event, list, i),
    })}
    ${disabled
      ? nothing
      : html`<button type="button" class="icon" aria-label=${t("numbers.up", { place: i + 1 })} ?disabled=${i === 0} @click=${() => move(list, i, i - 1)}>↑</button>
          <button type="button" class="icon" aria-label=${t("numbers.down", { place: i + 1 })} ?disabled=${i === entries.length - 1} @click=${() => move(list, i, i + 1)}>↓</button>
          <button type="button" class="icon" aria-label=${t("numbers.remove", { place: i + 1 })} @click=${() => change(entries.filter((other) => other !== item))}>✕</button>`}
  </li>`;
}

/** A field for a number, with what is wrong with it or to be known of it. */
export function numberInput({ value, label, fault, note, id, disabled, choices, change, keydown }) {
  const described = fault || note ? `${id}-said` : nothing;
  return html`<span class="number-input">
    <input
      id=${id}
      class="number"
      inputmode="tel"
      autocomplete="off"
      spellcheck="false"
      list=${choices ?? nothing}
      aria-label=${label ?? nothing}
      aria-invalid=${fault ? "true" : nothing}
      aria-describedby=${described}
      ?disabled=${disabled}
      .value=${live(value)}
      @input=${(event) => change(event.target.value)}
      @change=${(event) => change(withoutSeparators(event.target.value))}
      @keydown=${keydown ?? nothing}
    />
    ${fault ? html`<span class="fault" id=${described}>${fault}</span>` : note ? html`<span class="hint" id=${described}>${note}</span>` : nothing}
  </span>`;
}

function add(event, { entries, change }) {
  const numbers = event.target.closest(".numbers");
  change([...entries, entry()]);
  queueMicrotask(() => numbers.querySelector("li:last-child input")?.focus()); // after it is drawn, before the next key
}

function move({ entries, change }, from, to) {
  if (to >= 0 && to < entries.length && from !== to) {
    const moved = entries.filter((_, i) => i !== from);
    moved.splice(to, 0, entries[from]);
    change(moved);
  }
}

/** Alt with an arrow moves the number; its field keeps the focus, since it moves too. */
function moveByKey(event, list, i) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step && event.altKey) {
    event.preventDefault();
    const field = event.target;
    move(list, i, i + step);
    queueMicrotask(() => field.focus());
  }
}

function drag(event, name, i) {
  dragged = { name, i };
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", String(i));
}

function drop(event, list, i) {
  event.preventDefault();
  if (dragged?.name === list.name) {
    move(list, dragged.i, i);
  }
  dragged = null;
}
