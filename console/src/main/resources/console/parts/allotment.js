// What a number is allotted as, and the form for that.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { live } from "../lib/lit-html/directives/live.js";
import { t } from "../i18n.js";
import { numberFault } from "../rules.js";
import { numberInput } from "./numbers.js";

export const KINDS = ["display", "softphone"];
const DESCRIPTION_MAX = 256;

/** A draft of a number, of one that is not allotted if it has no kinds. */
export function allotmentOf({ number = "", kinds = [], description = "" } = {}) {
  return { number, kinds: [...kinds], description };
}

/** Whether something is wrong with the draft, or missing. */
export function isFaulty(draft, rules) {
  return draft.kinds.length === 0 || !rules || numberFault(rules, draft.number) !== null;
}

/** The kinds of a number; those that are being taken back are marked. */
export function kindBadges({ kinds, withdrawn = [] }) {
  return kinds.map((kind) =>
    withdrawn.includes(kind)
      ? html`<span class="badge warn">${t("allotted.withdrawn", { kind: t(`kind.${kind}`) })}</span> `
      : html`<span class="badge">${t(`kind.${kind}`)}</span> `,
  );
}

/** @param {{draft, rules, disabled, hasNumber, change, submit, buttons}} form `hasNumber` if the number is entered, too */
export function allotmentForm({ draft, rules, disabled, hasNumber, change, submit, buttons }) {
  const fault = draft.number === "" ? null : numberFault(rules, draft.number);
  return html`<form
    class="settings"
    @submit=${(event) => {
      event.preventDefault();
      if (!isFaulty(draft, rules)) {
        submit();
      }
    }}
  >
    ${hasNumber
      ? html`<div class="group">
          <label class="field" for="allotted-number"><span>${t("allotted.number")}</span></label>
          ${numberInput({
            id: "allotted-number",
            value: draft.number,
            fault: fault ? t(`rule.${fault}`, { max: rules.lengthMax }) : undefined,
            disabled,
            change: (number) => change({ number }),
          })}
        </div>`
      : nothing}
    <fieldset class="group" ?disabled=${disabled}>
      <legend>${t("allotted.kinds")}</legend>
      ${KINDS.map(
        (kind) => html`<label class="choice">
          <input type="checkbox" .checked=${live(draft.kinds.includes(kind))} @change=${(event) => change({ kinds: toggled(draft.kinds, kind, event.target.checked) })} />
          <span><strong>${t(`kind.${kind}`)}</strong><span class="hint">${t(`kindHint.${kind}`)}</span></span>
        </label>`,
      )}
    </fieldset>
    <label class="field"
      ><span>${t("field.description")}</span>
      <input maxlength=${DESCRIPTION_MAX} autocomplete="off" ?disabled=${disabled} .value=${live(draft.description)}
        @input=${(event) => change({ description: event.target.value })} />
    </label>
    ${disabled ? nothing : html`<div class="actions">${buttons}</div>`}
  </form>`;
}

function toggled(kinds, kind, on) {
  return KINDS.filter((other) => (other === kind ? on : kinds.includes(other)));
}
