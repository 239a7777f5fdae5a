// The management keys, by which people and scripts come to this service: listed, made and revoked. A new one is shown once.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { newIdempotencyKey, post, remove, signOut } from "../api.js";
import { dateTime, t } from "../i18n.js";
import { emptyState } from "../parts/notices.js";
import { Paging } from "../parts/paging.js";
import { secretNotice } from "../parts/shown-once.js";
import { View } from "../view.js";

const NAME_MAX = 128;
const ROLES = ["viewer", "editor", "admin"];
const NEW = { name: "", role: ROLES[0], everywhere: false, lastDay: "" };

export default class KeysView extends View {
  paging = new Paging(this, (after) => this.context.go(this.context.address("keys", { after })));
  draft = { ...NEW };
  /** The same for each try to make this key, so that a try whose response was lost is not made twice. */
  idempotencyKey = newIdempotencyKey();
  made = null;
  saving = false;

  get title() {
    return t("nav.keys");
  }

  /** The key that is signed in. */
  get own() {
    return this.context.session.key;
  }

  start() {
    this.load();
  }

  queryChanged(query) {
    super.queryChanged(query);
    this.load();
  }

  load() {
    return this.paging.load("/keys", {});
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.idempotencyKey = newIdempotencyKey();
    this.update();
  }

  /** The key ends with the last day, where the browser is. */
  get body() {
    const { name, role, everywhere, lastDay } = this.draft;
    const end = lastDay ? new Date(`${lastDay}T23:59:59`).toISOString() : null;
    return { name: name.trim(), role, tenantId: everywhere ? null : this.context.tenantId, expiresAt: end };
  }

  async make() {
    this.saving = true;
    this.update();
    await this.attempt(async () => {
      this.made = (await post("/keys", this.body, { headers: { "Idempotency-Key": this.idempotencyKey } })).data;
      this.context.announce(t("keys.made", { name: this.made.name }));
      this.change(NEW);
      this.paging.forget();
      this.load();
    });
    this.saving = false;
    this.update();
  }

  revoke({ id, name }) {
    const question = id === this.own.id ? t("keys.revokeOwnConfirm") : t("keys.revokeConfirm", { name });
    if (window.confirm(question)) {
      this.attempt(async () => {
        await remove(`/keys/${id}`);
        if (id === this.own.id) {
          await signOut();
          location.reload();
          return;
        }
        this.made = this.made?.id === id ? null : this.made;
        this.context.announce(t("keys.revoked", { name }));
        document.querySelector("main h1")?.focus();
        this.paging.forget();
        this.load();
      });
    }
  }

  template() {
    return html`<div class="head"><h1 tabindex="-1">${t("nav.keys")}</h1></div>
      ${this.made ? secretNotice(t("keys.made", { name: this.made.name }), t("keys.key"), this.made.key) : nothing}
      <div class="stack">
        <div>${this.paging.list((items) => this.table(items), () => emptyState(t("keys.none"), t("keys.noneHint")))}</div>
        ${this.form()}
      </div>`;
  }

  form() {
    const { name, role, everywhere, lastDay } = this.draft;
    return html`<section class="card narrow" aria-labelledby="new-key-title">
      <h2 id="new-key-title">${t("keys.new")}</h2>
      <form
        class="settings"
        @submit=${(event) => {
          event.preventDefault();
          this.make();
        }}
      >
        <label class="field"
          ><span>${t("keys.name")}</span>
          <input required maxlength=${NAME_MAX} autocomplete="off" .value=${live(name)} @input=${(event) => this.change({ name: event.target.value })} />
        </label>
        <fieldset class="call-types">
          <legend>${t("keys.role")}</legend>
          ${ROLES.map(
            (value) => html`<label class="choice">
              <input type="radio" name="role" value=${value} .checked=${live(value === role)} @change=${() => this.change({ role: value })} />
              <span><strong>${t(`role.${value}`)}</strong><span class="hint">${t(`keys.roleHint.${value}`)}</span></span>
            </label>`,
          )}
        </fieldset>
        ${this.own.tenantId
          ? nothing
          : html`<label class="choice">
              <input type="checkbox" .checked=${live(everywhere)} @change=${(event) => this.change({ everywhere: event.target.checked })} />
              <span><strong>${t("keys.everywhere")}</strong><span class="hint">${t("keys.everywhereHint")}</span></span>
            </label>`}
        <label class="field"
          ><span>${t("keys.lastDay")}</span>
          <input type="date" min=${localDay(Date.now())} .value=${live(lastDay)} @change=${(event) => this.change({ lastDay: event.target.value })} />
        </label>
        <div class="actions"><button class="primary" ?disabled=${this.saving || !name.trim()}>${t("keys.make")}</button></div>
      </form>
    </section>`;
  }

  table(items) {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("nav.keys")}>
      <table>
        <thead>
          <tr>
            ${["name", "role", "tenant", "lastUsed", "end"].map((column) => html`<th scope="col">${t(`keys.${column}`)}</th>`)}
            <th scope="col"><span class="visually-hidden">${t("keys.revoke")}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            ({ id }) => id,
            (key) => this.row(key),
          )}
        </tbody>
      </table>
    </div>`;
  }

  row(key) {
    const { id, name, role, tenantId, createdAt, expiresAt, lastUsedAt } = key;
    return html`<tr>
      <th scope="row" class="wide">
        ${name} <span class="agent-account">${id}</span>
        ${id === this.own.id ? html`<span class="badge">${t("keys.yours")}</span>` : nothing}
        <span class="hint">${t("apps.createdAt", { time: dateTime(createdAt) })}</span>
      </th>
      <td><span class="badge">${t(`role.${role}`)}</span></td>
      <td>${tenantId ?? t("keys.all")}</td>
      <td>${lastUsedAt ? dateTime(lastUsedAt) : t("keys.never")}</td>
      <td>${ending(expiresAt)}</td>
      <td><button class="quiet danger" aria-label=${t("keys.revokeNamed", { name })} @click=${() => this.revoke(key)}>${t("keys.revoke")}</button></td>
    </tr>`;
  }
}

function ending(expiresAt) {
  if (!expiresAt) {
    return t("keys.noEnd");
  }
  const isOver = new Date(expiresAt) <= new Date();
  return html`${dateTime(expiresAt)} ${isOver ? html`<span class="badge warn">${t("keys.over")}</span>` : nothing}`;
}

/** The day, as a field for dates has it, where the browser is. */
function localDay(millis) {
  const offset = new Date(millis).getTimezoneOffset() * 60_000;
  return new Date(millis - offset).toISOString().slice(0, 10);
}
