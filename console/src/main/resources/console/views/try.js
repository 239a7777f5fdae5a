// Tries the vendor's requests as an app, and shows the last ones that the service has received.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { get, ofTenant, post } from "../api.js";
import { dateTime, t } from "../i18n.js";
import { duration, requestText, responseText, statusOf } from "../parts/http-messages.js";
import { emptyState, loading } from "../parts/notices.js";
import { View } from "../view.js";

const OPERATIONS = ["query", "create", "update", "delete", "token"];
const BODY_MAX = 20_000;
const PAUSE_MILLIS = 2000;

export default class TryView extends View {
  apps = null;
  /** What was written as the body of each operation. */
  bodies = {};
  tried = null;
  sending = false;
  /** The last requests, newest first; null until they are read. */
  received = null;

  get title() {
    return t("nav.try");
  }

  get app() {
    const { app } = this.context.query;
    return this.apps.find(({ key }) => key === app) ?? this.apps[0];
  }

  get operation() {
    const { op } = this.context.query;
    return OPERATIONS.includes(op) ? op : OPERATIONS[0];
  }

  path(app) {
    return `/apps/${encodeURIComponent(app.key)}/requests`;
  }

  start() {
    this.attempt(async () => {
      const [apps, agent] = await Promise.all([this.read("/apps", { tenant: this.context.tenantId, limit: 1000 }), this.anAgent()]);
      this.apps = apps;
      this.prepare(agent);
      this.watch();
    });
  }

  async read(path, query) {
    return (await get(path, { query, signal: this.signal })).data.items;
  }

  /** An agent for examples, one with settings if there is any. */
  async anAgent() {
    const [withSettings] = await this.read(ofTenant(this.context.tenantId, "settings"), { limit: 1 });
    return withSettings ?? (await this.read(ofTenant(this.context.tenantId, "users"), { limit: 1 }))[0];
  }

  prepare({ userId, id } = { userId: "agent1" }) {
    const written = (value) => JSON.stringify(value, null, 2);
    this.bodies = {
      query: written({ userId }),
      create: written({ userId, callType: "1", callerPresent: ["+493012345"], callNumber: ["1001"] }),
      update: written({ id: id ?? "0", userId, callType: "1" }),
      delete: written({ userId }),
      token: written({ app_key: this.app?.key ?? "", app_secret: "" }),
    };
  }

  stop() {
    clearTimeout(this.next);
    super.stop();
  }

  /** Reads the last requests, which keeps them being recorded, and does so again after a while. */
  async watch() {
    clearTimeout(this.next);
    const { app } = this;
    if (!app) {
      return;
    }
    try {
      if (!document.hidden) {
        const { data } = await get(this.path(app), { signal: this.signal, background: true });
        this.received = data.items;
      }
    } catch (failure) {
      if (failure.name === "AbortError") {
        return;
      }
      this.problem = failure;
    }
    this.update();
    if (!this.signal.aborted) {
      clearTimeout(this.next);
      this.next = setTimeout(() => this.watch(), PAUSE_MILLIS);
    }
  }

  queryChanged(query) {
    const before = this.app?.key;
    super.queryChanged(query);
    this.tried = null;
    if (this.app?.key !== before) {
      this.received = null;
      this.bodies = { ...this.bodies, token: this.bodies.token.replace(JSON.stringify(before), JSON.stringify(this.app.key)) };
      this.watch();
    }
  }

  choose(changes) {
    const { app, op } = this.context.query;
    this.context.go(this.context.address("try", { app, op, ...changes }), { replace: true });
  }

  async send() {
    this.sending = true;
    this.update();
    await this.attempt(async () => {
      const body = { operation: this.operation, body: this.bodies[this.operation] };
      this.tried = (await post(this.path(this.app), body, { signal: this.signal })).data;
      this.context.announce(t("try.responded", { status: this.tried.returned.status }));
      this.watch();
    });
    this.sending = false;
    this.update();
  }

  template() {
    return html`<div class="head"><h1 tabindex="-1">${t("nav.try")}</h1></div>
      ${this.content()}`;
  }

  content() {
    if (this.apps === null) {
      return this.problem ? nothing : loading();
    }
    if (this.apps.length === 0) {
      return emptyState(t("try.noApps"), t("try.noAppsHint"));
    }
    return html`<div class="columns">
        <section class="card" aria-labelledby="send-title">
          <h2 id="send-title">${t("try.request")}</h2>
          ${this.form()}
        </section>
        <section class="card" aria-labelledby="result-title" aria-busy=${this.sending}>
          <h2 id="result-title">${t("try.result")} ${this.tried ? statusOf(this.tried.returned) : nothing}</h2>
          ${this.tried ? this.result() : html`<p class="hint">${t("try.nothingYet")}</p>`}
        </section>
      </div>
      <section class="received" aria-labelledby="received-title">
        <h2 id="received-title">${t("try.received", { app: this.app.key })}</h2>
        <p class="hint">${t("try.receivedHint")}</p>
        ${this.receivedList()}
      </section>`;
  }

  form() {
    return html`<form
      class="settings"
      @submit=${(event) => {
        event.preventDefault();
        this.send();
      }}
    >
      <div class="toolbar">
        <label class="field"
          ><span>${t("try.app")}</span>
          <select @change=${(event) => this.choose({ app: event.target.value })}>
            ${this.apps.map(({ key }) => html`<option value=${key} ?selected=${key === this.app.key}>${key}</option>`)}
          </select>
        </label>
        <label class="field"
          ><span>${t("try.operation")}</span>
          <select @change=${(event) => this.choose({ op: event.target.value })}>
            ${OPERATIONS.map((op) => html`<option value=${op} ?selected=${op === this.operation}>${t(`operation.${op}`)}</option>`)}
          </select>
        </label>
      </div>
      <p class="hint">${this.operation === "token" ? t("try.tokenHint") : t(`try.credentials.${this.app.edition}`)}</p>
      <label class="field"
        ><span>${t("try.body")}</span>
        <textarea class="code" rows="9" maxlength=${BODY_MAX} spellcheck="false" autocomplete="off" .value=${live(this.bodies[this.operation])}
          @input=${(event) => (this.bodies = { ...this.bodies, [this.operation]: event.target.value })}></textarea>
      </label>
      <div class="actions">
        <button class="primary" ?disabled=${this.sending}>${t("try.send")}</button>
        ${["create", "update", "delete"].includes(this.operation) ? html`<span class="hint">${t("try.changes")}</span>` : nothing}
      </div>
    </form>`;
  }

  result() {
    const { sent, returned } = this.tried;
    return html`<p class="hint">${duration(returned)}</p>
      ${requestText(sent)} ${responseText(returned)}`;
  }

  receivedList() {
    if (this.received === null) {
      return this.problem ? nothing : loading();
    }
    if (this.received.length === 0) {
      return emptyState(t("try.noneReceived"), t("try.noneReceivedHint"));
    }
    return html`<ol class="changes">
      ${repeat(withKeys(this.received), ({ key }) => key, ({ item }) => this.receivedItem(item))}
    </ol>`;
  }

  receivedItem({ time, app, requestId, sent, returned }) {
    return html`<li class="card">
      <details>
        <summary class="history-head">
          <strong class="code">${sent.method} ${sent.path.split("/").at(-1)}</strong>
          ${statusOf(returned)}
          <span class="hint"><time datetime=${time}>${dateTime(time)}</time> · ${duration(returned)}${app === null ? ` · ${t("try.noApp")}` : nothing}</span>
          <span class="hint code">${requestId}</span>
        </summary>
        ${requestText(sent)} ${responseText(returned)}
      </details>
    </li>`;
  }
}

/** With a key for each; clients may repeat a request's id. */
function withKeys(items) {
  const seen = new Map();
  return items
    .toReversed()
    .map((item) => {
      const name = `${item.time} ${item.requestId}`;
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return { item, key: `${name} ${seen.get(name)}` };
    })
    .reverse();
}
