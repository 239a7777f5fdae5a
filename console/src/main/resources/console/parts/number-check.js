// What becomes of numbers that are not allotted to the tenant space: shown, and changed by who may.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { live } from "../lib/lit-html/directives/live.js";
import { get, ofTenant, patch } from "../api.js";
import { t } from "../i18n.js";

const CHECKS = ["off", "warn", "enforce"];

export class NumberCheck {
  tenant = null;
  etag = null;
  chosen = null;

  /** @param view whose problems are shown and which is updated */
  constructor(view) {
    this.view = view;
  }

  get path() {
    return ofTenant(this.view.context.tenantId);
  }

  async load() {
    this.take(await get(this.path, { signal: this.view.signal }));
  }

  take({ data, etag }) {
    this.tenant = data;
    this.etag = etag;
    this.chosen = data.numberCheck;
    this.view.update();
  }

  save() {
    this.view.attempt(async () => {
      try {
        this.take(await patch(this.path, { numberCheck: this.chosen }, { headers: { "If-Match": this.etag } }));
      } catch (problem) {
        if (problem.status === 412) {
          await this.load();
        }
        throw problem;
      }
      this.view.context.announce(t("numberCheck.saved"));
    });
  }

  template() {
    if (!this.tenant) {
      return nothing;
    }
    const mayChange = this.view.context.can("admin");
    return html`<section class="card" aria-labelledby="check-title">
      <h2 id="check-title">${t("numberCheck.title")}</h2>
      <form
        @submit=${(event) => {
          event.preventDefault();
          this.save();
        }}
      >
        <fieldset class="call-types">
          <legend>${t("numberCheck.legend")}</legend>
          ${CHECKS.filter((check) => mayChange || check === this.chosen).map((check) => this.choice(check, mayChange))}
        </fieldset>
        ${mayChange && this.chosen !== this.tenant.numberCheck
          ? html`<div class="actions">
              <button class="primary">${t("numberCheck.save")}</button>
              <button type="button" @click=${() => this.choose(this.tenant.numberCheck)}>${t("bulk.cancel")}</button>
            </div>`
          : nothing}
      </form>
    </section>`;
  }

  choice(check, mayChange) {
    const text = html`<span><strong>${t(`numberCheck.${check}`)}</strong><span class="hint">${t(`numberCheckHint.${check}`)}</span></span>`;
    return mayChange
      ? html`<label class="choice">
          <input type="radio" name="check" value=${check} .checked=${live(this.chosen === check)} @change=${() => this.choose(check)} />
          ${text}
        </label>`
      : html`<p class="choice">${text}</p>`;
  }

  choose(check) {
    this.chosen = check;
    this.view.update();
  }
}
