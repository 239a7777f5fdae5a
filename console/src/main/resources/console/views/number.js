// One number: what it is allotted as, who uses it, and taking it back.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get, ofTenant, patch, post, remove } from "../api.js";
import { t, tn } from "../i18n.js";
import { KINDS, allotmentForm, allotmentOf, isFaulty, kindBadges } from "../parts/allotment.js";
import { loading } from "../parts/notices.js";
import { Paging } from "../parts/paging.js";
import { Withdrawal } from "../parts/withdrawal.js";
import { settingsRules } from "../rules.js";
import { View } from "../view.js";

export default class NumberView extends View {
  /** The number as it is allotted; null if it is not. */
  stored = null;
  etag = null;
  draft = null;
  rules = null;
  check = null;
  /** What is about to be taken back; null if nothing is. */
  withdrawal = null;
  done = null;
  uses = new Paging(this, (after) => this.context.go(this.address(after)));

  get number() {
    return this.context.params.number;
  }

  get title() {
    return this.number;
  }

  get isDirty() {
    const before = allotmentOf(this.stored ?? { number: this.number });
    return this.draft !== null && JSON.stringify(this.draft) !== JSON.stringify(before);
  }

  get canEdit() {
    return this.context.can("editor");
  }

  path(...segments) {
    return ofTenant(this.context.tenantId, "numbers", ...segments);
  }

  address(after) {
    return this.context.address(`numbers/${encodeURIComponent(this.number)}`, { after });
  }

  start() {
    this.loadUses();
    this.attempt(async () => {
      const tenant = get(ofTenant(this.context.tenantId), { signal: this.signal });
      [this.rules] = await Promise.all([settingsRules(), this.load()]);
      this.check = (await tenant).data.numberCheck;
    });
  }

  queryChanged(query) {
    super.queryChanged(query);
    this.loadUses();
  }

  loadUses() {
    this.uses.load(this.path(this.number, "uses"));
  }

  async load() {
    try {
      const { data, etag } = await get(this.path(this.number), { signal: this.signal });
      this.takeOver(data, etag);
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
      this.takeOver(null, null);
    }
  }

  takeOver(number, etag) {
    this.stored = number;
    this.etag = etag;
    this.draft = allotmentOf(number ?? { number: this.number });
    this.withdrawal = null;
    this.update();
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.done = null;
    this.update();
  }

  /** Runs a write; if somebody else was faster, what is stored now is shown. */
  async write(action, done) {
    await this.attempt(async () => {
      try {
        const { data = null, etag } = await action();
        this.takeOver(data, etag);
        this.done = done;
        this.context.announce(done);
      } catch (problem) {
        if (problem.status === 412 || problem.status === 404) {
          await this.load();
        } else if (problem.status === 409) {
          this.withdrawal?.count(); // somebody began to use it meanwhile
        }
        throw problem;
      } finally {
        this.uses.forget();
        this.loadUses();
      }
    });
  }

  /** Allots or changes; a kind is taken away only after one knows who uses it. */
  save() {
    const { kinds, description } = this.draft;
    if (!this.stored) {
      return this.write(() => post(this.path(), this.draft), t("allotted.done", { number: this.number }));
    }
    const change = (uses) =>
      this.write(
        () => patch(this.path(this.number), { kinds, description: description || null }, { query: { uses }, headers: { "If-Match": this.etag } }),
        t("agent.saved"),
      );
    const lost = this.stored.kinds.filter((kind) => !kinds.includes(kind));
    return lost.length ? this.askBefore(lost, change) : change();
  }

  takeBack() {
    this.askBefore(KINDS, (uses) =>
      this.write(() => remove(this.path(this.number), { query: { uses }, headers: { "If-Match": this.etag } }), t("withdrawal.done", { number: this.number })),
    );
  }

  askBefore(kinds, confirm) {
    const cancel = () => {
      this.withdrawal = null;
      this.update();
    };
    this.done = null;
    this.withdrawal = new Withdrawal(this, { number: this.number, kinds, check: this.check ?? "off" }, { confirm, cancel });
    this.withdrawal.count();
    this.update();
  }

  template() {
    if (!this.draft) {
      return this.problem ? html`<p><a href=${this.context.address("numbers")}>${t("allotted.back")}</a></p>` : loading();
    }
    return html`<nav class="trail" aria-label=${t("agent.trail")}><a href=${this.context.address("numbers")}>${t("nav.numbers")}</a></nav>
      <div class="head">
        <h1 class="plain-number" tabindex="-1">${this.number}</h1>
        ${this.stored ? kindBadges(this.stored) : html`<span class="badge warn">${t("verdict.notAllotted")}</span>`}
      </div>
      ${this.done && !this.isDirty ? html`<div class="notice good">${this.done}</div>` : nothing}
      ${this.stored?.withdrawn.length ? html`<div class="notice">${t("withdrawal.interrupted")}</div>` : nothing}
      <div class="columns">
        <div class="stack">
          ${this.canEdit || this.stored ? this.allotment() : nothing} ${this.withdrawal ? this.withdrawal.template() : nothing}
        </div>
        <section class="card" aria-labelledby="uses-title">
          <h2 id="uses-title">${t("uses.title")} <span class="hint">${this.uses.total === null ? "" : tn("agents.count", this.uses.total)}</span></h2>
          ${this.uses.list(
            (items) => this.usesTable(items),
            () => html`<p class="hint">${t("uses.none")}</p>`,
          )}
        </section>
      </div>`;
  }

  allotment() {
    const busy = this.withdrawal !== null;
    const canSave = (this.isDirty || this.stored?.withdrawn.length > 0) && !isFaulty(this.draft, this.rules);
    return html`<section class="card" aria-labelledby="allotment-title">
      <h2 id="allotment-title">${this.stored ? t("allotted.as") : t("allotted.allot")}</h2>
      ${allotmentForm({
        draft: this.draft,
        rules: this.rules,
        disabled: !this.canEdit || busy,
        hasNumber: false,
        change: (changes) => this.change(changes),
        submit: () => canSave && this.save(),
        buttons: html`<button class="primary" ?disabled=${!canSave}>${this.stored ? t("agent.save") : t("allotted.allotNow")}</button>
          <button type="button" ?disabled=${!this.isDirty} @click=${() => this.takeOver(this.stored, this.etag)}>${t("agent.discard")}</button>
          <span class="spacer"></span>
          ${this.stored ? html`<button type="button" class="danger" ?disabled=${this.isDirty} @click=${() => this.takeBack()}>${t("withdrawal.begin")}</button>` : nothing}`,
      })}
    </section>`;
  }

  usesTable(items) {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("uses.title")} aria-busy=${this.uses.searching}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t("agents.column.agent")}</th>
              <th scope="col">${t("uses.fields")}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (use) => html`<tr>
                <th scope="row"><a href=${this.context.address(`agents/${encodeURIComponent(use.userId)}`)}>${use.name}</a> <span class="agent-account">${use.account}</span></th>
                <td class="wide">${use.fields.map((field) => t(`field.${field}`)).join(", ")}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}
