// The form of an agent's settings. It shows faults as one types.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";
import { DEFAULTS, FIELDS, LISTS } from "./draft.js";
import { numberInput, numberList } from "./numbers.js";

const CALL_TYPES = ["direct", "bidirectional", "passThrough"];
const KINDS = { displayNumbers: "display", softphoneNumbers: "softphone" };

/** @param form see AgentView.form */
export function settingsForm(form) {
  const faults = faultTexts(form);
  const faulty = Object.keys(faults).length > 0;
  return html`<form
    class="settings"
    @submit=${(event) => {
      event.preventDefault();
      if (!faulty && form.dirty) {
        form.save();
      }
    }}
  >
    ${callTypes(form)} ${numbers("displayNumbers", form, faults)} ${numbers("softphoneNumbers", form, faults)}
    ${form.disabled && !form.dirty ? nothing : buttons(form, faulty)}
  </form>`;
}

/**
 * Fields each of which is only set if it is chosen, for the change of many agents.
 *
 * @param form `{chosen, choose, draft, rules, faults, change}`: the set of the chosen fields, and what changes it
 */
export function settingFields(form) {
  const faults = faultTexts(form);
  return FIELDS.map((field) => {
    const chosen = form.chosen.has(field);
    return html`<div class="group">
      <label class="choice">
        <input type="checkbox" .checked=${chosen} @change=${(event) => form.choose(field, event.target.checked)} />
        <strong>${t("bulk.set", { field: t(`field.${field}`) })}</strong>
      </label>
      ${chosen ? html`${emptied(field)} ${settingField(field, form, faults)}` : nothing}
    </div>`;
  });
}

/** What it means to leave a field empty, for those that may be. */
function emptied(field) {
  return field === "callType" ? nothing : html`<p class="hint">${t(LISTS.includes(field) ? "bulk.listHint" : "bulk.defaultHint")}</p>`;
}

function settingField(field, { draft, rules, change }, faults) {
  if (field === "callType") {
    return callTypes({ draft, change });
  }
  return LISTS.includes(field)
    ? numberList({ name: field, entries: draft[field], faults, notes: {}, max: rules?.listMax ?? 5, change: (entries) => change({ [field]: entries }) })
    : numberInput({ id: field, label: t(`field.${field}`), value: draft[field], fault: faults[`/${field}`], change: (number) => change({ [field]: number }) });
}

function faultTexts({ faults, rules }) {
  return Object.fromEntries(Object.entries(faults).map(([pointer, fault]) => [pointer, t(`rule.${fault}`, { max: rules.lengthMax })]));
}

function callTypes({ draft, disabled, change }) {
  return html`<fieldset class="call-types" ?disabled=${disabled}>
    <legend>${t("field.callType")}</legend>
    ${CALL_TYPES.map(
      (type) => html`<label class="choice">
        <input type="radio" name="callType" value=${type} .checked=${draft.callType === type} @change=${() => change({ callType: type })} />
        <span><strong>${t(`callType.${type}`)}</strong><span class="hint">${t(`callTypeHint.${type}`)}</span></span>
      </label>`,
    )}
  </fieldset>`;
}

function numbers(name, { draft, plan, rules, choices, disabled, change }, faults) {
  const fallback = DEFAULTS[name];
  const kind = KINDS[name];
  const list = choices[kind].length ? `choices-${kind}` : undefined;
  return html`<div class="group">
    <label class="field" for=${fallback}><span>${t(`field.${fallback}`)}</span></label>
    ${numberInput({
      id: fallback,
      value: draft[fallback],
      fault: faults[`/${fallback}`],
      note: note(plan, kind, draft[fallback]),
      choices: list,
      disabled,
      change: (number) => change({ [fallback]: number }),
    })}
    ${numberList({
      name,
      entries: draft[name],
      faults,
      notes: Object.fromEntries(draft[name].map(({ number }, i) => [`/${name}/${i}`, note(plan, kind, number)])),
      max: rules?.listMax ?? 5,
      disabled,
      choices: list,
      change: (entries) => change({ [name]: entries }),
    })}
    ${list
      ? html`<datalist id=${list}>${choices[kind].map((item) => html`<option value=${item.number}>${item.description}</option>`)}</datalist>`
      : nothing}
  </div>`;
}

/** Why a number would be passed over. */
function note(plan, kind, number) {
  const candidates = (kind === "display" ? plan?.displayCandidates : plan?.softphoneCandidates) ?? [];
  const verdict = candidates.find((candidate) => candidate.number === number)?.verdict;
  return ["notAllotted", "invalid", "notPresentable"].includes(verdict) ? t(`verdict.${verdict}`) : undefined;
}

function buttons({ dirty, disabled, stored, discard, remove }, faulty) {
  return html`<div class="actions">
    <button class="primary" type="submit" ?disabled=${!dirty || faulty || disabled}>${t("agent.save")}</button>
    <button type="button" ?disabled=${!dirty || disabled} @click=${discard}>${t("agent.discard")}</button>
    <span class="spacer"></span>
    ${stored ? html`<button type="button" class="danger" ?disabled=${disabled || dirty} @click=${remove}>${t("agent.delete")}</button>` : nothing}
  </div>`;
}
