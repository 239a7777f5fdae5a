// One app: its edition, whether it may call, a new secret, and its end.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { live } from "../lib/lit-html/directives/live.js";
import { get, newIdempotencyKey, patch, post, remove } from "../api.js";
import { dateTime, t } from "../i18n.js";
import { EDITIONS, appBadges } from "../parts/app-state.js";
import { loading } from "../parts/notices.js";
import { secretNotice } from "../parts/shown-once.js";
import { View } from "../view.js";

const GRACES = ["P1D", "P7D", "PT1H", "PT0S"];

export default class AppView extends View {
  app = null;
  etag = null;
  grace = GRACES[0];
  idempotencyKey = newIdempotencyKey();
  /** The new secret, which is shown once. */
  secret = null;
  done = null;
  busy = false;
  /** The edition that is being stored. */
  chosen = null;

  get title() {
    return this.context.params.appKey;
  }

  get path() {
    return `/apps/${encodeURIComponent(this.context.params.appKey)}`;
  }

  get condition() {
    return { "If-Match": this.etag };
  }

  start() {
    this.attempt(() => this.load());
  }

  async load() {
    this.take(await get(this.path, { signal: this.signal }));
  }

  take({ data, etag }) {
    if (data.tenantId !== this.context.tenantId) {
      this.context.go(this.context.address("apps"), { replace: true });
      return;
    }
    this.app = data;
    this.etag = etag;
  }

  /** Runs a write; if somebody else was faster, what is stored now is shown, and nothing was changed. */
  async write(action) {
    this.busy = true;
    this.done = null;
    this.update();
    await this.attempt(async () => {
      try {
        await action();
      } catch (problem) {
        if (problem.status === 412) {
          await this.load();
        }
        throw problem;
      }
    });
    this.busy = false;
    this.update();
  }

  change(changes) {
    return this.write(async () => {
      this.take(await patch(this.path, changes, { headers: this.condition }));
      this.say(t("agent.saved"));
    });
  }

  say(done) {
    this.done = done;
    this.context.announce(done);
  }

  async choose(edition) {
    this.chosen = edition;
    await this.change({ edition });
    this.chosen = null;
    this.update();
  }

  setEnabled(enabled) {
    if (enabled || window.confirm(t("apps.disableConfirm", { key: this.app.key }))) {
      this.change({ enabled });
    }
  }

  replaceSecret() {
    if (this.grace === "PT0S" && !window.confirm(t("apps.replaceConfirm", { key: this.app.key }))) {
      return;
    }
    this.write(async () => {
      const headers = { ...this.condition, "Idempotency-Key": this.idempotencyKey };
      const { data, etag } = await post(`${this.path}/secrets`, { grace: this.grace }, { headers });
      const { secret, ...app } = data;
      this.take({ data: app, etag });
      this.secret = secret;
      this.idempotencyKey = newIdempotencyKey();
      this.context.announce(t("apps.replaced"));
    });
  }

  remove() {
    if (window.confirm(t("apps.removeConfirm", { key: this.app.key }))) {
      this.write(async () => {
        await remove(this.path, { headers: this.condition });
        this.context.announce(t("apps.removed", { key: this.app.key }));
        this.context.go(this.context.address("apps"));
      });
    }
  }

  template() {
    if (!this.app) {
      return this.problem ? html`<p><a href=${this.context.address("apps")}>${t("apps.back")}</a></p>` : loading();
    }
    return html`<nav class="trail" aria-label=${t("agent.trail")}><a href=${this.context.address("apps")}>${t("nav.apps")}</a></nav>
      <div class="head">
        <h1 class="plain-number" tabindex="-1">${this.app.key}</h1>
        ${appBadges(this.app)}
        <span class="muted">${t("apps.createdAt", { time: dateTime(this.app.createdAt) })}</span>
      </div>
      ${this.done ? html`<div class="notice good">${this.done}</div>` : nothing}
      ${this.secret ? secretNotice(t("apps.replaced"), t("apps.secret"), this.secret) : nothing}
      <div class="columns">${this.context.can("admin") ? html`<div class="stack">${this.edition()} ${this.end()}</div> ${this.secrets()}` : this.facts()}</div>`;
  }

  facts() {
    return html`<section class="card" aria-labelledby="edition-title">
      <h2 id="edition-title">${t("apps.edition")}</h2>
      <p>${this.app.edition}</p>
    </section>`;
  }

  edition() {
    return html`<section class="card" aria-labelledby="edition-title">
      <h2 id="edition-title">${t("apps.edition")}</h2>
      <fieldset class="call-types" ?disabled=${this.busy}>
        <legend>${t("apps.editionHint")}</legend>
        ${EDITIONS.map(
          (edition) => html`<label class="choice">
            <input type="radio" name="edition" value=${edition} .checked=${live(edition === (this.chosen ?? this.app.edition))} @change=${() => this.choose(edition)} />
            <span><strong>${edition}</strong></span>
          </label>`,
        )}
      </fieldset>
    </section>`;
  }

  secrets() {
    return html`<section class="card" aria-labelledby="secret-title">
      <h2 id="secret-title">${t("apps.replace")}</h2>
      <form
        class="settings"
        @submit=${(event) => {
          event.preventDefault();
          this.replaceSecret();
        }}
      >
        <label class="field"
          ><span>${t("apps.grace")}</span>
          <select
            @change=${(event) => {
              this.grace = event.target.value;
              this.idempotencyKey = newIdempotencyKey();
            }}
          >
            ${GRACES.map((grace) => html`<option value=${grace} ?selected=${grace === this.grace}>${t(`apps.grace.${grace}`)}</option>`)}
          </select>
        </label>
        <p class="hint">${t("apps.graceHint")}</p>
        <div class="actions"><button class="primary" ?disabled=${this.busy}>${t("apps.replaceNow")}</button></div>
      </form>
    </section>`;
  }

  end() {
    const { enabled } = this.app;
    return html`<section class="card" aria-labelledby="end-title">
      <h2 id="end-title">${t("apps.access")}</h2>
      <p class="hint">${t("apps.accessHint")}</p>
      <div class="actions">
        <button ?disabled=${this.busy} @click=${() => this.setEnabled(!enabled)}>${enabled ? t("apps.disable") : t("apps.enable")}</button>
        <button class="danger" ?disabled=${this.busy} @click=${() => this.remove()}>${t("apps.remove")}</button>
      </div>
    </section>`;
  }
}
