// Taking back a number, or some of its kinds: who uses it is said first, and one decides what becomes of their settings.

import { html } from "../lib/lit-html/lit-html.js";
import { get, ofTenant } from "../api.js";
import { t, tn } from "../i18n.js";
import { KINDS } from "./allotment.js";

const FILTERS = { display: "displayNumber", softphone: "softphoneNumber" };

export class Withdrawal {
  /** How many agents use what is taken back; null while that is counted. */
  users = null;
  /** `clear` or `keep`; null until it is chosen. */
  then = null;
  going = false;

  /**
   * @param view whose problems are shown and which is updated
   * @param {{number: string, kinds: string[], check: string}} taken what is taken back, and the number check of the tenant space
   * @param {{confirm: (uses: string?) => Promise, cancel: () => void}} actions `uses` is what becomes of the uses, if there are any
   */
  constructor(view, taken, actions) {
    this.view = view;
    this.taken = taken;
    this.actions = actions;
  }

  get isWhole() {
    return this.taken.kinds.length === KINDS.length;
  }

  async count() {
    await this.view.attempt(async () => {
      const { number, kinds } = this.taken;
      const tenantId = this.view.context.tenantId;
      const [path, query] = this.isWhole ? [ofTenant(tenantId, "numbers", number, "uses"), {}] : [ofTenant(tenantId, "settings"), { [FILTERS[kinds[0]]]: number }];
      this.users = (await get(path, { query: { ...query, limit: 1, count: true }, signal: this.view.signal })).data.total;
    });
    requestAnimationFrame(() => document.getElementById("withdrawal-title")?.focus());
  }

  async confirm() {
    this.going = true;
    this.view.update();
    await this.actions.confirm(this.users > 0 ? this.then : undefined);
    this.going = false;
    this.view.update();
  }

  template() {
    const what = this.isWhole ? t("withdrawal.title", { number: this.taken.number }) : t("withdrawal.titleKind", this.words());
    return html`<section class="card withdrawal" aria-labelledby="withdrawal-title">
      <h2 id="withdrawal-title" tabindex="-1">${what}</h2>
      ${this.users === null ? html`<p class="hint">${t("withdrawal.counting")}</p>` : this.consequences()}
      <div class="actions">
        <button class="danger" ?disabled=${this.users === null || this.going || (this.users > 0 && !this.then)} @click=${() => this.confirm()}>
          ${t("withdrawal.confirm")}
        </button>
        <button ?disabled=${this.going} @click=${this.actions.cancel}>${t("bulk.cancel")}</button>
      </div>
    </section>`;
  }

  words() {
    return { number: this.taken.number, kind: t(`kind.${this.taken.kinds[0]}`) };
  }

  consequences() {
    if (this.users === 0) {
      return html`<p>${t("withdrawal.unused")}</p>`;
    }
    return html`<fieldset class="call-types">
      <legend>${tn("withdrawal.users", this.users)}</legend>
      ${this.choice("clear", t("withdrawal.clearHint"))} ${this.choice("keep", t(`withdrawal.keep.${this.taken.check}`))}
    </fieldset>`;
  }

  choice(then, hint) {
    return html`<label class="choice">
      <input type="radio" name="uses" value=${then} ?disabled=${this.going} .checked=${this.then === then} @change=${() => this.choose(then)} />
      <span><strong>${t(`withdrawal.${then}`)}</strong><span class="hint">${hint}</span></span>
    </label>`;
  }

  choose(then) {
    this.then = then;
    this.view.update();
  }
}
