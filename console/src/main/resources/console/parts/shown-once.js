// A secret that is shown once: to be copied now.

import { html } from "../lib/lit-html/lit-html.js";
import { t } from "../i18n.js";

/** A field with the text, and a button that copies it. */
export function shownOnce(label, text) {
  return html`<div class="shown-once">
    <label class="field grow"
      ><span>${label}</span>
      <input class="code" readonly autocomplete="off" spellcheck="false" .value=${text} @focus=${(event) => event.target.select()} />
    </label>
    <button .textContent=${t("secret.copy")} @click=${(event) => copy(event.target, text)}></button>
  </div>`;
}

async function copy(button, text) {
  const field = button.parentElement.querySelector("input");
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = t("secret.copied");
  } catch {
    field.focus(); // without permission, or without TLS: selected, to be copied by hand
  }
}

/** What was made, with its secret. */
export function secretNotice(done, label, text) {
  return html`<div class="notice good">
    <p>${done} ${t("secret.once")}</p>
    ${shownOnce(label, text)}
  </div>`;
}
