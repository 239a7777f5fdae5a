// The agents of a tenant space: searched, filtered, page by page.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { repeat } from "../lib/lit-html/directives/repeat.js";
import { live } from "../lib/lit-html/directives/live.js";
import { ofTenant, post } from "../api.js";
import { number, t, tn } from "../i18n.js";
import { callTypeBadge, fallbacks, obstacles, statusBadge } from "../parts/calls.js";
import { BulkChange } from "../parts/bulk-change.js";
import { Paging } from "../parts/paging.js";
import { Selection } from "../parts/selection.js";
import { columnChoice, columnsShown, moveBetweenRows } from "../parts/tables.js";
import { noteFound } from "../parts/last-found.js";
import { emptyState } from "../parts/notices.js";
import { hasRoute } from "../routes.js";
import { View } from "../view.js";

const TYPING_MILLIS = 250;
const SELECTED_MAX = 1000;
const FAULTY = "wouldFail";
const CALL_TYPES = ["direct", "bidirectional", "passThrough"];
const STATUSES = ["active", "suspended", "toBeActivated"];

const COLUMNS = [
  { id: "userId", cell: (agent) => html`<span class="code">${agent.userId}</span>` },
  { id: "status", shown: true, cell: (agent) => statusBadge(agent.plan?.status ?? agent.status) },
  { id: "callType", shown: true, cell: (agent) => callTypeBadge(agent) },
  { id: "displayNumber", shown: true, cell: (agent) => fallbacks(agent.plan?.displayNumber, agent.plan?.displayCandidates) },
  { id: "softphoneNumber", shown: true, cell: (agent) => fallbacks(agent.plan?.softphoneNumber, agent.plan?.softphoneCandidates) },
  { id: "fault", shown: true, cell: (agent) => obstacles(agent.plan) },
];

export default class AgentsView extends View {
  paging = new Paging(this, (after) => this.context.go(this.context.address("agents", { ...this.filters(this.query), after })));
  selection = new Selection(() => this.update());
  /** The change of many agents that is shown instead of the list, null if none is. */
  bulk = null;

  get title() {
    return t("nav.agents");
  }

  get query() {
    return this.context.query;
  }

  get canEdit() {
    return this.context.can("editor");
  }

  start() {
    this.followChange();
    this.load();
  }

  queryChanged(query) {
    const filtersChanged = JSON.stringify(this.filters(query)) !== JSON.stringify(this.filters(this.query));
    if (filtersChanged) {
      this.paging.trail = [];
    }
    const changed = query.change !== this.query.change;
    super.queryChanged(query);
    if (changed) {
      this.followChange();
    }
    this.load();
  }

  /** Shows the change that the address names. */
  followChange() {
    this.show(this.query.change ? new BulkChange(this, null, null) : null);
    this.bulk?.follow(this.query.change);
  }

  /** Sets how the selected agents, or all that are found, are changed. */
  beginChange(target, count) {
    this.show(new BulkChange(this, target, count));
    this.bulk.start();
  }

  /** Shows a change instead of the one before, or the list if it is null. */
  show(bulk) {
    this.bulk?.stop();
    this.bulk = bulk;
    this.update();
  }

  /** Puts a change that has begun into the address, so that a reload or a colleague finds it. */
  showChange(jobId) {
    this.selection.clear();
    this.context.go(this.context.address("agents", { ...this.filters(this.query), change: jobId }));
  }

  leaveChange() {
    this.problem = null;
    this.show(null);
    if (this.query.change) {
      this.filter({});
    }
  }

  /** The filter of a change of all agents that are found; null unless all of them have settings. */
  changeFilter() {
    const { path, query } = this.source();
    if (path === "users" && (query.status || !query.hasSettings)) {
      return null;
    }
    const { q, number: used, callType, wouldFail } = query;
    return Object.fromEntries(Object.entries({ q, number: used, callType, wouldFail }).filter(([, value]) => value));
  }

  filters({ q, settings, status, number }) {
    return { q, settings, status, number };
  }

  /** Where agents are listed: with a call type or a number, among the settings, else among the users. */
  source() {
    const { q, settings, status, number: used } = this.query;
    const callType = CALL_TYPES.includes(settings) ? settings : undefined;
    const wouldFail = settings === FAULTY || undefined;
    if (used || callType || wouldFail) {
      return { path: "settings", query: { q, number: used, callType, wouldFail } };
    }
    const hasSettings = { with: true, without: false }[settings];
    return { path: "users", query: { q, status, hasSettings } };
  }

  async load() {
    noteFound(this.context.tenantId, { ...this.filters(this.query), after: this.query.after });
    const { path, query } = this.source();
    const list = ofTenant(this.context.tenantId, path);
    const signal = this.paging.begin();
    await this.attempt(async () => {
      await this.paging.read(list, query, signal);
      this.context.announce(tn("agents.found", this.paging.items.length));
      this.paging.count(list, query, signal);
      await this.plan(this.paging.items, signal);
    });
    this.paging.end(signal);
  }

  /** Adds what an outbound call of each agent would do. */
  async plan(agents, signal) {
    if (agents.length === 0) {
      return;
    }
    const userIds = agents.map((agent) => agent.userId);
    const { data } = await post(ofTenant(this.context.tenantId, "call-plans"), { userIds }, { signal });
    const plans = new Map(data.items.map((plan) => [plan.userId, plan]));
    this.paging.items = agents.map((agent) => ({ ...agent, plan: plans.get(agent.userId) }));
  }

  /** Puts the filters into the address. */
  filter(changes, options = { replace: true }) {
    this.context.go(this.context.address("agents", { ...this.filters(this.query), ...changes }), options);
  }

  typed(name, value) {
    this.whenTyped(TYPING_MILLIS, () => this.filter({ [name]: value.trim() }));
  }

  stop() {
    clearTimeout(this.typing);
    super.stop();
  }

  template() {
    return html`<div class="head">
        <h1 tabindex="-1">${t("nav.agents")}</h1>
        <p class="count" aria-live="polite">${this.paging.total === null ? "" : tn("agents.count", this.paging.total)}</p>
      </div>
      ${this.bulk ? this.bulk.template() : html`${this.toolbar()} ${this.selectionBar()} ${this.paging.list((items) => this.table(items), () => this.empty())}`}`;
  }

  selectionBar() {
    const filter = this.changeFilter();
    const { total } = this.paging;
    return this.selection.bar(html`
      <button class="primary" ?disabled=${this.selection.size > SELECTED_MAX} @click=${() => this.beginChange({ userIds: [...this.selection.ids] }, this.selection.size)}>
        ${t("bulk.change")}
      </button>
      ${filter && total > this.selection.size
        ? html`<button @click=${() => this.beginChange({ filter }, null)}>${tn("bulk.changeAll", total)}</button>`
        : nothing}
      ${this.selection.size > SELECTED_MAX ? html`<span class="fault">${t("bulk.tooMany", { max: number(SELECTED_MAX) })}</span>` : nothing}
    `);
  }

  toolbar() {
    const { q = "", settings = "", status = "", number: used = "" } = this.query;
    const amongSettings = this.source().path === "settings";
    return html`<form class="toolbar" role="search" aria-label=${t("agents.filters")} @submit=${(event) => event.preventDefault()}>
      <label class="field grow"
        ><span>${t("agents.search")}</span>
        <input type="search" maxlength="64" placeholder=${t("agents.searchHint")} .value=${live(q)}
          @input=${(event) => this.typed("q", event.target.value)} />
      </label>
      <label class="field"
        ><span>${t("agents.settings")}</span>
        <select @change=${(event) => this.filter({ settings: event.target.value })}>
          ${this.options(["", "with", "without", FAULTY, ...CALL_TYPES], settings, (value) =>
            CALL_TYPES.includes(value) ? t(`callType.${value}`) : t(`agents.settings.${value || "any"}`),
          )}
        </select>
      </label>
      <label class="field"
        ><span>${t("agents.status")}</span>
        <select ?disabled=${amongSettings} @change=${(event) => this.filter({ status: event.target.value })}>
          ${this.options(["", ...STATUSES], amongSettings ? "" : status, (value) => t(`status.${value || "any"}`))}
        </select>
      </label>
      <label class="field"
        ><span>${t("agents.number")}</span>
        <input type="search" maxlength="15" inputmode="tel" size="14" placeholder=${t("agents.numberHint")} .value=${live(used)}
          @input=${(event) => this.typed("number", event.target.value)} />
      </label>
      ${columnChoice("agents", COLUMNS, "agents.column", () => this.update())}
    </form>`;
  }

  options(values, chosen, label) {
    return values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${label(value)}</option>`);
  }

  empty() {
    const filtered = Object.values(this.filters(this.query)).some(Boolean);
    return filtered
      ? emptyState(
          t("agents.noneFound"),
          t("agents.noneFoundHint"),
          html`<button @click=${() => this.context.go(this.context.address("agents"))}>${t("agents.clear")}</button>`,
        )
      : emptyState(t("agents.none"), t("agents.noneHint"));
  }

  table(items) {
    const columns = columnsShown("agents", COLUMNS);
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("nav.agents")} aria-busy=${this.paging.searching}>
      <table @keydown=${moveBetweenRows}>
        <thead>
          <tr>
            ${this.canEdit ? this.selection.headCell(items.map((agent) => agent.userId)) : nothing}
            <th scope="col">${t("agents.column.agent")}</th>
            ${columns.map((column) => html`<th scope="col">${t(`agents.column.${column.id}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            items,
            (agent) => agent.userId,
            (agent) => html`<tr>
              ${this.canEdit ? this.selection.cell(agent.userId, agent.name) : nothing}
              <th scope="row">${this.name(agent)}</th>
              ${columns.map((column) => html`<td>${agent.plan || column.id === "userId" ? column.cell(agent) : nothing}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  name(agent) {
    const label = html`<span class="agent-name">${agent.name}</span>${agent.account === agent.name
      ? nothing
      : html`<span class="agent-account">${agent.account}</span>`}`;
    return hasRoute("agents/:userId")
      ? html`<a class="row-link" href=${this.context.address(`agents/${encodeURIComponent(agent.userId)}`)}>${label}</a>`
      : html`<span class="row-link">${label}</span>`;
  }
}
