// The apps of a tenant space, which call the vendor's interface: listed and made. The secret of a new one is shown once.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { newIdempotencyKey, post } from "../api.js";
import { dateTime, t } from "../i18n.js";
import { EDITIONS, appBadges } from "../parts/app-state.js";
import { emptyState } from "../parts/notices.js";
import { Paging } from "../parts/paging.js";
import { secretNotice } from "../parts/shown-once.js";
import { moveBetweenRows } from "../parts/tables.js";
import { View } from "../view.js";

const KEY_MAX = 64;
const NEW = { key: "", edition: EDITIONS[0] };

export default class AppsView extends View {
  paging = new Paging(this, (after) => this.context.go(this.context.address("apps", { after })));
  draft = { ...NEW };
  /** The same for each try to make this app, so that a try whose response was lost is not made twice. */
  idempotencyKey = newIdempotencyKey();
  made = null;
  saving = false;

  get title() {
    return t("nav.apps");
  }

  start() {
    this.load();
  }

  queryChanged(query) {
    super.queryChanged(query);
    this.load();
  }

  load() {
    return this.paging.load("/apps", { tenant: this.context.tenantId });
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.idempotencyKey = newIdempotencyKey();
    this.update();
  }

  async make() {
    this.saving = true;
    this.update();
    await this.attempt(async () => {
      const body = { ...this.draft, tenantId: this.context.tenantId };
      this.made = (await post("/apps", body, { headers: { "Idempotency-Key": this.idempotencyKey } })).data;
      this.context.announce(t("apps.made", { key: this.made.key }));
      this.change(NEW);
      this.paging.forget();
      this.load();
    });
    this.saving = false;
    this.update();
  }

  template() {
    return html`<div class="head"><h1 tabindex="-1">${t("nav.apps")}</h1></div>
      ${this.made ? secretNotice(t("apps.made", { key: this.made.key }), t("apps.secret"), this.made.secret) : nothing}
      <div class="with-aside">
        <div>${this.paging.list((items) => this.table(items), () => emptyState(t("apps.none"), t("apps.noneHint")))}</div>
        ${this.context.can("admin") ? this.form() : nothing}
      </div>`;
  }

  form() {
    return html`<section class="card" aria-labelledby="new-app-title">
      <h2 id="new-app-title">${t("apps.new")}</h2>
      <form
        class="settings"
        @submit=${(event) => {
          event.preventDefault();
          this.make();
        }}
      >
        <label class="field"
          ><span>${t("apps.key")}</span>
          <input class="code" required maxlength=${KEY_MAX} pattern="[!-~]+" title=${t("apps.keyHint")} autocomplete="off" spellcheck="false"
            .value=${live(this.draft.key)} @input=${(event) => this.change({ key: event.target.value })} />
        </label>
        <label class="field"
          ><span>${t("apps.edition")}</span>
          <select @change=${(event) => this.change({ edition: Number(event.target.value) })}>
            ${EDITIONS.map((edition) => html`<option value=${edition} .selected=${live(edition === this.draft.edition)}>${edition}</option>`)}
          </select>
        </label>
        <p class="hint">${t("apps.newHint")}</p>
        <div class="actions"><button class="primary" ?disabled=${this.saving || !this.draft.key}>${t("apps.make")}</button></div>
      </form>
    </section>`;
  }

  table(items) {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("nav.apps")}>
      <table @keydown=${moveBetweenRows}>
        <thead>
          <tr>
            ${["key", "state", "edition", "created"].map((column) => html`<th scope="col">${t(`apps.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            ({ key }) => key,
            (app) => html`<tr>
              <th scope="row"><a class="row-link code" href=${this.context.address(`apps/${encodeURIComponent(app.key)}`)}>${app.key}</a></th>
              <td>${appBadges(app)}</td>
              <td>${app.edition}</td>
              <td>${dateTime(app.createdAt)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
