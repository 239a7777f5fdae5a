// The numbers that are allotted to a tenant space: searched page by page, allotted, and whether the settings may use others.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { ofTenant, post } from "../api.js";
import { t, tn } from "../i18n.js";
import { KINDS, allotmentForm, allotmentOf, isFaulty, kindBadges } from "../parts/allotment.js";
import { NumberCheck } from "../parts/number-check.js";
import { emptyState } from "../parts/notices.js";
import { Paging } from "../parts/paging.js";
import { moveBetweenRows } from "../parts/tables.js";
import { numberFault, settingsRules } from "../rules.js";
import { View } from "../view.js";

const TYPING_MILLIS = 250;

export default class NumbersView extends View {
  paging = new Paging(this, (after) => this.context.go(this.context.address("numbers", { ...this.filters, after })));
  check = new NumberCheck(this);
  draft = allotmentOf();
  rules = null;
  saving = false;
  done = null;

  get title() {
    return t("nav.numbers");
  }

  get filters() {
    const { q, kind } = this.context.query;
    return { q, kind };
  }

  get path() {
    return ofTenant(this.context.tenantId, "numbers");
  }

  start() {
    this.paging.load(this.path, this.filters);
    this.attempt(async () => {
      [this.rules] = await Promise.all([settingsRules(), this.check.load()]);
    });
  }

  queryChanged(query) {
    const before = JSON.stringify(this.filters);
    super.queryChanged(query);
    if (JSON.stringify(this.filters) !== before) {
      this.paging.trail = [];
    }
    this.paging.load(this.path, this.filters);
  }

  stop() {
    clearTimeout(this.typing);
    super.stop();
  }

  filter(changes) {
    this.context.go(this.context.address("numbers", { ...this.filters, ...changes }), { replace: true });
  }

  typed(q) {
    this.whenTyped(TYPING_MILLIS, () => this.filter({ q: q.trim() }));
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.done = null;
    this.update();
  }

  async allot() {
    this.saving = true;
    await this.attempt(async () => {
      const { data } = await post(this.path, this.draft);
      this.done = t("allotted.done", { number: data.number });
      this.context.announce(this.done);
      this.draft = { ...allotmentOf(), kinds: this.draft.kinds };
      this.paging.forget();
      this.paging.load(this.path, this.filters);
    });
    this.saving = false;
    this.update();
    document.getElementById("allotted-number")?.focus();
  }

  template() {
    const { total } = this.paging;
    return html`<div class="head">
        <h1 tabindex="-1">${t("nav.numbers")}</h1>
        <p class="count" aria-live="polite">${total === null ? "" : tn("allotted.count", total)}</p>
      </div>
      <div class="with-aside">
        <div>${this.toolbar()} ${this.paging.list((items) => this.table(items), () => this.empty())}</div>
        <div class="stack">${this.context.can("editor") ? this.form() : nothing} ${this.check.template()}</div>
      </div>`;
  }

  toolbar() {
    const { q = "", kind = "" } = this.filters;
    return html`<form class="toolbar" role="search" aria-label=${t("agents.filters")} @submit=${(event) => event.preventDefault()}>
      <label class="field grow"
        ><span>${t("agents.search")}</span>
        <input type="search" maxlength="64" placeholder=${t("allotted.searchHint")} .value=${live(q)} @input=${(event) => this.typed(event.target.value)} />
      </label>
      <label class="field"
        ><span>${t("allotted.kinds")}</span>
        <select @change=${(event) => this.filter({ kind: event.target.value })}>
          ${["", ...KINDS].map((value) => html`<option value=${value} ?selected=${value === kind}>${t(`kind.${value || "any"}`)}</option>`)}
        </select>
      </label>
    </form>`;
  }

  form() {
    return html`<section class="card" aria-labelledby="allot-title">
      <h2 id="allot-title">${t("allotted.allot")}</h2>
      ${this.done ? html`<p class="works">${this.done}</p>` : nothing}
      ${allotmentForm({
        draft: this.draft,
        rules: this.rules,
        disabled: false,
        hasNumber: true,
        change: (changes) => this.change(changes),
        submit: () => this.allot(),
        buttons: html`<button class="primary" ?disabled=${this.saving || isFaulty(this.draft, this.rules)}>${t("allotted.allotNow")}</button>`,
      })}
    </section>`;
  }

  empty() {
    const { q, kind } = this.filters;
    if (!q && !kind) {
      return emptyState(t("allotted.none"), t("allotted.noneHint"));
    }
    const isNumber = q && this.rules && numberFault(this.rules, q) === null;
    return emptyState(
      t("allotted.noneFound"),
      t("allotted.noneFoundHint"),
      html`<p>
        ${isNumber ? html`<a href=${this.address(q)}>${t("allotted.whoUses", { number: q })}</a> · ` : nothing}
        <button @click=${() => this.context.go(this.context.address("numbers"))}>${t("agents.clear")}</button>
      </p>`,
    );
  }

  address(number) {
    return this.context.address(`numbers/${encodeURIComponent(number)}`);
  }

  table(items) {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("nav.numbers")} aria-busy=${this.paging.searching}>
      <table @keydown=${moveBetweenRows}>
        <thead>
          <tr>
            <th scope="col">${t("allotted.number")}</th>
            <th scope="col">${t("allotted.kinds")}</th>
            <th scope="col">${t("field.description")}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            ({ number }) => number,
            (item) => html`<tr>
              <th scope="row"><a class="row-link number" href=${this.address(item.number)}>${item.number}</a></th>
              <td>${kindBadges(item)}</td>
              <td class="wide">${item.description}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
