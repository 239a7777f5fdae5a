// What changes in the tenant space, newest first, as it happens.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { get, ofTenant } from "../api.js";
import { number, t, tn } from "../i18n.js";
import { Feed } from "../parts/feed.js";
import { differences, whenAndWho } from "../parts/history.js";
import { emptyState, loading } from "../parts/notices.js";
import { View } from "../view.js";

/** How many of the last changes are looked through, at first and each time that one wants to see more. */
const LAST = [100, 1000, 10_000];
const SHOWN_MAX = 1000;
/** Of so many changes the agents' names are read. */
const NAMED_MAX = 200;
const TYPING_MILLIS = 400;

export default class ChangesView extends View {
  /** Newest first; null until the first have arrived. */
  changes = null;
  feed = null;
  depth = 0;
  /** The names of agents by userId; null of those who are gone. */
  names = new Map();

  get title() {
    return t("nav.changes");
  }

  start() {
    document.addEventListener("visibilitychange", () => this.rest(), { signal: this.signal });
    this.follow();
  }

  /** A page that nobody sees keeps no connection, of which browsers have few for each host. */
  rest() {
    if (document.hidden) {
      this.feed.stop();
    } else if (this.feed.state !== "paused" && !this.problem) {
      this.feed.start();
    }
  }

  queryChanged(query) {
    const changed = query.user !== this.context.query.user;
    super.queryChanged(query);
    if (changed) {
      this.follow();
    }
  }

  stop() {
    clearTimeout(this.typing);
    this.feed.stop();
    super.stop();
  }

  /** Begins again, so far back as was chosen. */
  follow() {
    this.feed?.stop();
    this.changes = null;
    this.problem = null;
    const last = LAST[this.depth];
    this.feed = new Feed(
      { tenant: this.context.tenantId, user: this.context.query.user, last, limit: Math.min(last, SHOWN_MAX) },
      {
        received: (events, isNews) => this.take(events, isNews),
        restarted: () => (this.changes = null),
        changed: () => this.update(),
        failed: (problem) => {
          this.problem = problem;
          this.update();
        },
      },
    );
    this.feed.start();
    this.update();
  }

  take(events, isNews) {
    const arrived = events.map(changeOf);
    arrived.forEach((change) => this.noteName(change));
    this.changes = [...arrived.reverse(), ...(this.changes ?? [])].slice(0, SHOWN_MAX);
    if (arrived.length > 0) {
      if (isNews) {
        this.context.announce(tn("changes.arrived", arrived.length));
      }
      this.loadNames();
    }
    this.update();
  }

  /** Changes of agents have their names; later ones count more. */
  noteName({ type, userId, after }) {
    if (type === "user.deleted") {
      this.names.set(userId, null);
    } else if (type.startsWith("user.")) {
      this.names.set(userId, after.name);
    }
  }

  /** Reads the names that are not known yet, one after the other, and forgets those that are not shown any more. */
  async loadNames() {
    if (this.loadingNames) {
      return;
    }
    this.loadingNames = true;
    let userId;
    while (!this.signal.aborted && (userId = this.unnamed())) {
      this.names.set(userId, await this.nameOf(userId));
      this.update();
    }
    this.loadingNames = false;
    if (this.names.size > 2 * SHOWN_MAX) {
      const shown = new Set(this.changes?.map((change) => change.userId));
      this.names = new Map([...this.names].filter(([id]) => shown.has(id)));
    }
  }

  unnamed() {
    return this.changes?.slice(0, NAMED_MAX).find((change) => !this.names.has(change.userId))?.userId;
  }

  /** The name of an agent, null if there is no such agent, undefined if that can't be said. */
  async nameOf(userId) {
    try {
      return (await get(ofTenant(this.context.tenantId, "users", userId), { signal: this.signal, background: true })).data.name;
    } catch (failure) {
      return failure.status === 404 ? null : undefined;
    }
  }

  filter(user) {
    this.context.go(this.context.address("changes", { user }), { replace: true });
  }

  typed(text) {
    this.whenTyped(TYPING_MILLIS, () => this.filter(text.trim()));
  }

  showMore() {
    this.depth += 1;
    this.follow();
  }

  template() {
    return html`<div class="head">
        <h1 tabindex="-1">${t("nav.changes")}</h1>
        ${this.problem ? nothing : this.connection()}
      </div>
      ${this.toolbar()} ${this.feed.state === "lost" ? this.lost() : nothing} ${this.list()}`;
  }

  connection() {
    const { state } = this.feed;
    const kind = { live: "good", lost: "bad", paused: "warn" }[state] ?? "";
    return html`<span class="badge ${kind}">${t(`changes.state.${state}`)}</span>`;
  }

  lost() {
    return html`<div class="notice error" role="alert">${t("changes.lost")}</div>`;
  }

  toolbar() {
    const { user = "" } = this.context.query;
    const paused = this.feed.state === "paused";
    return html`<form class="toolbar" role="search" aria-label=${t("agents.filters")} @submit=${(event) => event.preventDefault()}>
      <label class="field grow"
        ><span>${t("changes.user")}</span>
        <input type="search" list="changed-agents" maxlength="64" spellcheck="false" autocomplete="off" placeholder=${t("changes.userHint")}
          .value=${live(user)} @input=${(event) => this.typed(event.target.value)} />
      </label>
      <datalist id="changed-agents">
        ${[...this.names].map(([id, name]) => (name ? html`<option value=${id}>${name}</option>` : nothing))}
      </datalist>
      <button type="button" @click=${() => (paused ? this.feed.start() : this.feed.pause())}>
        ${paused ? t("changes.resume") : t("changes.pause")}
      </button>
    </form>`;
  }

  list() {
    if (this.changes === null) {
      return this.problem || this.feed.state === "lost" ? nothing : loading();
    }
    if (this.changes.length === 0) {
      return html`${emptyState(t("changes.none"), t("changes.noneHint"))} ${this.more()}`;
    }
    return html`<ol class="changes">
        ${repeat(
          this.changes,
          ({ change }) => change,
          (change) => html`<li class="card">
            <p class="history-head">
              ${this.agent(change)}
              <strong>${t(`change.${change.type}`)}</strong>
              ${whenAndWho(change, (job) => this.context.address(`jobs/${job}`))}
            </p>
            ${differences(change)}
          </li>`,
        )}
      </ol>
      ${this.more()}`;
  }

  agent({ userId, before }) {
    const name = this.names.get(userId);
    return name === null
      ? html`<span class="agent-name">${before?.name ?? userId}</span>`
      : html`<a class="agent-name" href=${this.context.address(`agents/${encodeURIComponent(userId)}`)}>${name ?? userId}</a>`;
  }

  more() {
    const count = number(LAST[this.depth]);
    return html`<div class="pages">
      ${this.depth < LAST.length - 1 ? html`<button @click=${() => this.showMore()}>${t("changes.more")}</button>` : nothing}
      <span class="hint">${t("changes.looked", { count, max: number(SHOWN_MAX) })}</span>
    </div>`;
  }
}

/** A change of the feed as a history has it, with the agent that it is about. */
function changeOf(event) {
  return {
    ...event.data,
    type: event.type.replace("agentsettings.", ""),
    time: event.time,
    userId: event.subject.replace(/^\/tenants\/[^/]+\/users\//, "").replace(/\/settings$/, ""),
  };
}
