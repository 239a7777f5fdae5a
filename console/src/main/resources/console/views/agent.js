// One agent: how its calls are placed, what a call would do, and what was changed.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get, ofTenant, patch, post, put, remove } from "../api.js";
import { dateTime, t } from "../i18n.js";
import { callPlanPicture } from "../parts/call-plan.js";
import { conflictNotice } from "../parts/conflict.js";
import { lastFound } from "../parts/last-found.js";
import { draftFaults, draftOf, sameSettings, settingsOf } from "../parts/draft.js";
import { historyList } from "../parts/history.js";
import { loading } from "../parts/notices.js";
import { settingsForm } from "../parts/settings-form.js";
import { shownOnce } from "../parts/shown-once.js";
import { statusBadge } from "../parts/calls.js";
import { settingsRules } from "../rules.js";
import { View } from "../view.js";

const HISTORY_PAGE = 10;
const TYPING_MILLIS = 200;
const CHOICES_MAX = 1000;

export default class AgentView extends View {
  user = null;
  stored = null;
  etag = null;
  draft = null;
  plan = null;
  history = null;
  rules = null;
  choices = { display: [], softphone: [] };
  conflict = null;
  saving = false;
  done = null;
  /** The link that was made for the agent, with its end. */
  link = null;

  get title() {
    return this.user?.name ?? "";
  }

  get isDirty() {
    return this.draft !== null && !sameSettings(settingsOf(this.draft, this.stored), this.stored ?? {});
  }

  get isFaulty() {
    return Object.keys(draftFaults(this.draft, this.rules)).length > 0;
  }

  get canEdit() {
    return this.context.isOwn || this.context.can("editor");
  }

  path(...segments) {
    return ofTenant(this.context.tenantId, "users", this.context.params.userId, ...segments);
  }

  start() {
    this.attempt(async () => {
      const { data: user } = await get(this.path(), this);
      [this.rules] = await Promise.all([
        settingsRules(),
        user.hasSettings ? this.loadSettings() : this.takeOver(null, null),
        this.loadHistory(),
        this.loadChoices(),
      ]);
      this.user = user;
      await this.try();
    });
  }

  stop() {
    clearTimeout(this.typing);
    super.stop();
  }

  async loadSettings() {
    const { data, etag } = await get(this.path("settings"), { signal: this.signal });
    this.takeOver(data, etag);
  }

  /** Shows these settings as those that are stored. */
  takeOver(settings, etag) {
    this.stored = settings;
    this.etag = etag;
    this.draft = draftOf(settings);
    this.conflict = null;
  }

  async loadHistory(after) {
    const { data } = await get(this.path("history"), { query: { limit: HISTORY_PAGE, after }, signal: this.signal });
    this.history = { items: [...(after ? this.history.items : []), ...data.items], next: data.next };
  }

  /** The allotted numbers to choose from, if the tenant space has any. */
  async loadChoices() {
    const { data } = await get(ofTenant(this.context.tenantId, "numbers"), { query: { limit: CHOICES_MAX }, signal: this.signal });
    for (const kind of ["display", "softphone"]) {
      this.choices[kind] = data.items.filter((item) => item.kinds.includes(kind) && !item.withdrawn.includes(kind));
    }
  }

  /** Asks what a call would do with what is in the form, unless that can't be told yet. */
  async try() {
    if (this.plan && this.isFaulty) {
      return;
    }
    const settings = this.stored || this.isDirty ? settingsOf(this.draft, this.stored) : undefined;
    const body = { userIds: [this.context.params.userId], settings };
    const { data } = await post(ofTenant(this.context.tenantId, "call-plans"), body, { signal: this.signal });
    this.plan = data.items[0];
    this.update();
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.done = null;
    this.update();
    clearTimeout(this.typing);
    if (!this.isFaulty) {
      this.typing = setTimeout(() => this.attempt(() => this.try()), TYPING_MILLIS);
    }
  }

  /** Runs a write; if somebody else was faster, both versions are shown. */
  async write(action, done) {
    this.saving = true;
    this.update();
    await this.attempt(async () => {
      try {
        const { data, etag } = await action();
        this.takeOver(data ?? null, etag);
        this.done = done;
        this.context.announce(done);
      } catch (problem) {
        if (problem.status !== 412) {
          throw problem;
        }
        this.conflict = { theirs: problem.current ?? null, etag: problem.etag };
      }
      await this.loadHistory();
      await this.try();
    });
    this.saving = false;
    this.update();
  }

  condition(etag = this.etag) {
    return { headers: etag ? { "If-Match": etag } : { "If-None-Match": "*" } };
  }

  save(etag = this.etag) {
    const settings = settingsOf(this.draft, this.stored);
    return this.write(() => put(this.path("settings"), settings, this.condition(etag)), t("agent.saved"));
  }

  deleteSettings() {
    if (window.confirm(t("agent.deleteConfirm"))) {
      this.write(() => remove(this.path("settings"), this.condition()), t("agent.deleted"));
    }
  }

  restore(item) {
    this.write(
      () => post(this.path("settings:restore"), { change: item.change }, this.condition()),
      item.before ? t("agent.restored") : t("agent.deleted"),
    );
  }

  setStatus(status) {
    this.attempt(async () => {
      this.user = (await patch(this.path(), { status })).data;
      await this.loadHistory();
      await this.try();
    });
  }

  makeLink() {
    this.attempt(async () => {
      const { data } = await post(this.path("links"));
      this.link = { url: new URL(data.path, location).href, expiresAt: data.expiresAt };
    });
  }

  template() {
    if (!this.user || !this.draft) {
      return this.problem && !this.context.isOwn ? html`<p><a href=${this.context.address("agents")}>${t("agent.back")}</a></p>` : loading();
    }
    return html`${this.context.isOwn ? nothing : this.trail()} ${this.head()}
      ${this.link ? this.linkNotice() : nothing}
      ${this.conflict ? this.conflictNotice() : nothing}
      ${this.done && !this.isDirty ? this.doneNotice() : nothing}
      <div class="columns">
        <section class="card" aria-labelledby="settings-title">
          <h2 id="settings-title">${t("agent.settings")}</h2>
          ${this.stored ? nothing : html`<p class="hint">${t("agent.noSettings")}</p>`}
          ${this.form()}
        </section>
        <div class="stack">
          <section class="card" aria-labelledby="plan-title">
            <h2 id="plan-title">${t("agent.plan")} ${this.isDirty ? html`<span class="badge">${t("agent.preview")}</span>` : nothing}</h2>
            <div aria-live="polite">${this.plan ? callPlanPicture(this.plan) : loading()}</div>
          </section>
          <section class="card" aria-labelledby="history-title">
            <h2 id="history-title">${t("agent.history")}</h2>
            ${this.history
              ? historyList(this.history, {
                  canRestore: this.canEdit && !this.isDirty,
                  jobAddress: this.context.isOwn ? undefined : (job) => this.context.address(`jobs/${job}`),
                  restore: (item) => this.restore(item),
                  more: () => this.attempt(() => this.loadHistory(this.history.next)),
                })
              : loading()}
          </section>
        </div>
      </div>`;
  }

  trail() {
    return html`<nav class="trail" aria-label=${t("agent.trail")}><a href=${this.context.address("agents", lastFound(this.context.tenantId))}>${t("nav.agents")}</a></nav>`;
  }

  /** What was done, and whether calls fail with it. */
  doneNotice() {
    const fails = this.stored && this.plan?.wouldFail;
    return html`<div class=${fails ? "notice warn" : "notice good"}>${this.done} ${fails ? t("plan.fails") : nothing}</div>`;
  }

  linkNotice() {
    const { url, expiresAt } = this.link;
    return html`<div class="notice good">
      <p>${t("agent.linkMade", { name: this.user.name, until: dateTime(expiresAt) })}</p>
      ${shownOnce(t("agent.link"), url)}
    </div>`;
  }

  head() {
    const { name, account, userId, status } = this.user;
    const next = status === "active" ? "suspended" : "active";
    return html`<div class="head">
      <h1 tabindex="-1">${name}</h1>
      ${statusBadge(status)}
      <span class="muted">${account} · <span class="code">${userId}</span></span>
      ${this.context.can("editor")
        ? html`<button class="quiet" @click=${() => this.setStatus(next)}>${t(`agent.make.${next}`)}</button>
            <button class="quiet" @click=${() => this.makeLink()}>${t("agent.makeLink")}</button>`
        : nothing}
    </div>`;
  }

  conflictNotice() {
    const { theirs, etag } = this.conflict;
    return conflictNotice(settingsOf(this.draft, this.stored), theirs, {
      keepMine: () => this.save(etag),
      takeTheirs: () => {
        this.takeOver(theirs, etag);
        this.attempt(() => this.try());
      },
    });
  }

  form() {
    return settingsForm({
      draft: this.draft,
      faults: draftFaults(this.draft, this.rules),
      plan: this.plan,
      rules: this.rules,
      choices: this.choices,
      disabled: !this.canEdit || this.saving,
      dirty: this.isDirty,
      stored: this.stored,
      change: (changes) => this.change(changes),
      save: () => this.save(),
      discard: () => {
        this.takeOver(this.stored, this.etag);
        this.attempt(() => this.try());
      },
      remove: () => this.deleteSettings(),
    });
  }
}
