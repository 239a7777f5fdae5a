// The same change of many agents: what to set, a preview of each difference, its progress, and its undoing.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { get, newIdempotencyKey, ofTenant, post, remove } from "../api.js";
import { t, tn } from "../i18n.js";
import { settingsRules } from "../rules.js";
import { FIELDS, LISTS, draftFaults, draftOf, entry, settingsOf } from "./draft.js";
import { differences } from "./history.js";
import { followJob, isOver, jobProgress } from "./jobs.js";
import { loading } from "./notices.js";
import { settingFields } from "./settings-form.js";

const PREVIEW = 50;
const FAULTS = 100;

export class BulkChange {
  chosen = new Set();
  draft = draftOf(null);
  rules = null;
  preview = null;
  job = null;
  faults = null;

  /**
   * @param view the list of agents, whose problems are shown and which is updated
   * @param target `{userIds}` or `{filter}`; null for a change that has begun
   * @param count how many agents that are, null if that is not known
   */
  constructor(view, target, count) {
    this.view = view;
    this.target = target;
    this.count = count;
    this.abort = new AbortController();
    this.signal = AbortSignal.any([view.signal, this.abort.signal]);
  }

  /** Ends what goes on for it in this page; a change that has begun goes on in the service. */
  stop() {
    this.abort.abort();
  }

  path(...segments) {
    return ofTenant(this.view.context.tenantId, ...segments);
  }

  start() {
    this.view.attempt(async () => {
      this.rules = await settingsRules();
    });
  }

  /** Chooses a field. A list begins with a line to fill in, so that it is emptied only by intent. */
  choose(field, on) {
    this.chosen[on ? "add" : "delete"](field);
    if (on && LISTS.includes(field) && this.draft[field].length === 0) {
      this.draft = { ...this.draft, [field]: [entry()] };
    }
    this.view.update();
  }

  get patch() {
    const settings = settingsOf(this.draft, this.draft);
    return Object.fromEntries(FIELDS.filter((field) => this.chosen.has(field)).map((field) => [field, settings[field] === "" ? null : settings[field]]));
  }

  get faulty() {
    const faults = Object.keys(draftFaults(this.draft, this.rules)).filter((pointer) => this.chosen.has(pointer.split("/")[1]));
    const undecided = this.chosen.has("callType") && !this.draft.callType;
    return faults.length > 0 || undecided;
  }

  show(after) {
    this.view.attempt(async () => {
      const query = { dryRun: true, limit: PREVIEW, after };
      const { data } = await post(this.path("settings:change"), { ...this.target, patch: this.patch }, { query, signal: this.signal });
      this.preview = { items: [...(after ? this.preview.items : []), ...data.items], next: data.next };
      this.key = newIdempotencyKey();
      this.view.context.announce(t("bulk.previewed"));
    });
  }

  /** Begins; the same preview never begins a second change. */
  begin() {
    this.view.attempt(async () => {
      const { data: job } = await post(
        this.path("settings:change"),
        { ...this.target, patch: this.patch },
        { headers: { "Idempotency-Key": this.key } },
      );
      this.view.showChange(job.id);
    });
  }

  /** Shows a change that has begun. */
  follow(jobId) {
    this.job = null;
    this.faults = null;
    this.view.attempt(async () => {
      const path = this.path("bulk-changes", jobId);
      const job = await followJob(path, this.signal, (read) => {
        this.job = read;
        this.view.update();
      });
      if (job.rowsFaulty > 0) {
        this.faults = (await get(`${path}/faults`, { query: { limit: FAULTS }, signal: this.signal })).data.items;
      }
      this.view.context.announce(t(`job.state.${job.state}`));
    });
  }

  cancel() {
    this.view.attempt(() => remove(this.path("bulk-changes", this.job.id)));
  }

  undo() {
    this.view.attempt(async () => {
      const { data: undo } = await post(this.path("bulk-changes", this.job.id, "undo"));
      this.view.showChange(undo.id);
    });
  }

  template() {
    if (!this.target) {
      return this.job ? this.progress() : this.view.problem ? nothing : loading();
    }
    return html`<section class="card" aria-labelledby="bulk-title">
      <h2 id="bulk-title">${this.count === null ? t("bulk.titleAll") : tn("bulk.title", this.count)}</h2>
      ${this.preview ? this.differences() : this.form()}
    </section>`;
  }

  form() {
    return html`<p class="hint">${t("bulk.hint")}</p>
      <form
        class="bulk"
        @submit=${(event) => {
          event.preventDefault();
          this.show();
        }}
      >
        ${settingFields({
          chosen: this.chosen,
          choose: (field, on) => this.choose(field, on),
          draft: this.draft,
          rules: this.rules,
          faults: draftFaults(this.draft, this.rules),
          change: (changes) => {
            this.draft = { ...this.draft, ...changes };
            this.view.update();
          },
        })}
        <div class="actions">
          <button class="primary" ?disabled=${this.chosen.size === 0 || this.faulty || !this.rules}>${t("bulk.preview")}</button>
          <button type="button" @click=${() => this.view.leaveChange()}>${t("bulk.cancel")}</button>
        </div>
      </form>`;
  }

  differences() {
    const { items, next } = this.preview;
    return html`${this.outlook()}
      ${items.length
        ? html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("bulk.preview")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${t("agents.column.agent")}</th>
                  <th scope="col">${t("bulk.becomes")}</th>
                </tr>
              </thead>
              <tbody>
                ${items.map(
                  (item) => html`<tr>
                    <th scope="row">${item.name ?? item.userId}</th>
                    <td class="wide">
                      ${item.faults.map((fault) => html`<span class="fault">${t("bulk.left")} ${fault.detail}</span>`)} ${differences(item)}
                    </td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : nothing}
      ${next ? html`<p><button @click=${() => this.show(next)}>${t("bulk.more")}</button></p>` : nothing}
      <div class="actions sticky">
        <button class="primary" ?disabled=${!next && items.every((item) => item.faults.length > 0)} @click=${() => this.begin()}>
          ${t("bulk.begin")}
        </button>
        <button
          @click=${() => {
            this.preview = null;
            this.view.update();
          }}
        >
          ${t("bulk.back")}
        </button>
        <button @click=${() => this.view.leaveChange()}>${t("bulk.cancel")}</button>
      </div>`;
  }

  /** How many will be changed, and how many can't be. */
  outlook() {
    const { items, next } = this.preview;
    const refused = items.filter(({ faults }) => faults.length > 0).length;
    return html`<div class="outlook">
      <p>
        ${next ? tn("bulk.differencesMore", items.length) : html`<strong>${tn("bulk.differences", items.length - refused)}</strong>`}
        ${refused ? html`<strong class="fault">${tn("bulk.refused", refused)}</strong>` : nothing}
      </p>
      <p class="hint">${t("bulk.leftOut")}</p>
    </div>`;
  }

  progress() {
    const { job } = this;
    return html`<section class="card" aria-labelledby="bulk-title">
      <h2 id="bulk-title">${job.kind === "undo" ? t("bulk.undoing") : t("bulk.changing")}</h2>
      ${jobProgress(job)}
      ${this.faults
        ? html`<ul class="faults">
            ${this.faults.map(
              (fault) => html`<li>
                <a href=${this.view.context.address(`agents/${encodeURIComponent(fault.userId ?? "")}`)}>${fault.userId}</a>: ${fault.detail}
              </li>`,
            )}
          </ul>`
        : nothing}
      <div class="actions">
        ${isOver(job)
          ? html`<button class="primary" @click=${() => this.view.leaveChange()}>${t("bulk.finish")}</button>
              ${this.view.canEdit && job.kind === "change" && job.rowsApplied > 0 ? html`<button @click=${() => this.undo()}>${t("bulk.undo")}</button>` : nothing}`
          : this.view.canEdit
            ? html`<button @click=${() => this.cancel()}>${t("bulk.stop")}</button>`
            : nothing}
      </div>
    </section>`;
  }
}
