// Imports of files: a check first, then the import, its progress and its result; and the last imports.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { download, get, newIdempotencyKey, ofTenant, post, remove } from "../api.js";
import { dateTime, number, t, tn } from "../i18n.js";
import { actorText } from "../parts/history.js";
import { fileHeaders, importForm } from "../parts/import-form.js";
import { followJob, isOver, jobProgress, jobState } from "../parts/jobs.js";
import { emptyState, loading } from "../parts/notices.js";
import { saveFile } from "../parts/save-file.js";
import { rowFaults } from "../parts/row-faults.js";
import { View } from "../view.js";

const FAULTS = 100;
const LAST = 10;

export default class ImportsView extends View {
  /** What is to be imported. The browser forgets the file when the page is reloaded. */
  form = { kind: "settings", mode: "upsert", file: null, sending: false, exporting: false };
  /** The id of the check of `form`, which can be followed by its import; null if something else was chosen since. */
  checked = null;
  job = null;
  faults = null;
  last = null;

  get title() {
    return t("nav.imports");
  }

  get isDirty() {
    return this.form.sending;
  }

  get canEdit() {
    return this.context.can("editor");
  }

  path(...segments) {
    return ofTenant(this.context.tenantId, "imports", ...segments);
  }

  start() {
    this.show(this.context.query.job);
  }

  queryChanged(query) {
    super.queryChanged(query);
    if (!query.job) {
      this.change({ file: null }); // it was imported, or is being mended
    }
    this.show(query.job);
    this.focusTitle();
  }

  /** Where the keyboard goes on when what it was on is gone. */
  focusTitle() {
    document.querySelector("main h1")?.focus();
  }

  /** Shows an import, wherever it stands, or the form. */
  show(jobId) {
    this.following?.abort();
    this.following = new AbortController();
    this.job = null;
    this.faults = null;
    const signal = AbortSignal.any([this.following.signal, this.signal]);
    this.attempt(async () => {
      await this.loadLast(signal);
      if (jobId) {
        await this.follow(jobId, signal);
        await this.loadLast(signal);
      }
    });
  }

  async loadLast(signal) {
    this.last = (await get(this.path(), { query: { limit: LAST }, signal, background: true })).data.items;
    this.update();
  }

  async follow(jobId, signal) {
    const job = await followJob(this.path(jobId), signal, (read) => {
      this.job = read;
      this.update();
    });
    if (job.rowsFaulty > 0) {
      await this.loadFaults(signal);
    }
    this.context.announce(t(`job.state.${job.state}`));
  }

  async loadFaults(signal = this.signal) {
    const query = { limit: FAULTS, after: this.faults?.next, count: true };
    const { data } = await get(this.path(this.job.id, "faults"), { query, signal });
    this.faults = { ...data, items: [...(this.faults?.items ?? []), ...data.items] };
  }

  change(changes) {
    this.form = { ...this.form, ...changes };
    this.checked = null;
    this.update();
  }

  /** Sends the file, to be checked or imported, and goes to what the service makes of it. */
  async begin({ dryRun, faults = "stop" }) {
    const { kind, mode, file } = this.form;
    this.form.sending = true;
    this.update();
    const job = await this.attempt(async () => {
      await this.requireReadable(file);
      const headers = { ...fileHeaders(file), "Idempotency-Key": dryRun ? newIdempotencyKey() : `${this.checked}-${faults}` };
      return (await post(this.path(), file, { query: { kind, mode, faults, dryRun }, headers, signal: this.signal })).data;
    });
    this.form.sending = false;
    this.update();
    if (job) {
      this.checked = dryRun ? job.id : null;
      this.context.go(this.context.address("imports", { job: job.id }));
    }
  }

  /** A browser does not send a file that was changed since it was chosen; here it says why. */
  async requireReadable(file) {
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      this.change({ file: null });
      throw Object.assign(new Error(), { sentence: t("import.fileChanged") });
    }
  }

  /** Hands out what is stored, in the form that an import takes. */
  async exportNow() {
    const { kind } = this.form;
    this.form.exporting = true;
    this.update();
    await this.attempt(async () => saveFile(await download(ofTenant(this.context.tenantId, kind), "text/csv", this.signal), `${kind}.csv`));
    this.form.exporting = false;
    this.update();
  }

  cancel() {
    this.attempt(() => remove(this.path(this.job.id)));
    this.focusTitle();
  }

  template() {
    return html`<div class="head"><h1 tabindex="-1">${t("nav.imports")}</h1></div>
      <div class="stack">${this.current()} ${this.lastImports()}</div>`;
  }

  current() {
    if (this.context.query.job) {
      return this.job ? this.progress() : this.problem ? nothing : loading();
    }
    return this.canEdit
      ? importForm(this.form, {
          change: (changes) => this.change(changes),
          check: () => this.begin({ dryRun: true }),
          exportNow: () => this.exportNow(),
        })
      : nothing;
  }

  progress() {
    const { job } = this;
    return html`<section class="card" aria-labelledby="import-title">
      <h2 id="import-title">${t(job.dryRun ? "import.checkOf" : "import.importOf", { kind: t(`import.kind.${job.kind}`) })}</h2>
      ${jobProgress(job)} ${isOver(job) ? html`<p>${this.verdict()}</p>` : nothing}
      <div class="actions">${isOver(job) ? this.next() : this.canEdit ? html`<button @click=${() => this.cancel()}>${t("import.cancel")}</button>` : nothing}</div>
      ${this.faults?.items.length ? rowFaults(this.faults, () => this.attempt(() => this.loadFaults())) : nothing}
    </section>`;
  }

  /** What it comes to. Why it failed is told by the service itself. */
  verdict() {
    const { dryRun, faults, kind, state, rowsApplied, rowsFaulty } = this.job;
    if (state === "cancelled") {
      return dryRun ? t("import.checkCancelled") : t("import.endedEarly");
    }
    if (state === "failed" && faults === "skip" && !dryRun) {
      return t("import.endedEarly");
    }
    if (rowsFaulty && (dryRun || state === "failed")) {
      return t("import.mend");
    }
    if (state === "failed") {
      return nothing;
    }
    if (dryRun) {
      return rowsApplied ? tn("import.wouldChange", rowsApplied) : t("import.nothingToDo");
    }
    return html`${tn("import.imported", rowsApplied)} ${kind === "numbers" ? nothing : t("import.undoHint")}`;
  }

  /** What can be done when it is over. */
  next() {
    const { dryRun, id, kind, rowsApplied, rowsFaulty, state } = this.job;
    const usable = this.canEdit && dryRun && state === "done" && rowsApplied > 0;
    const showsAgents = !dryRun && state !== "failed" && kind !== "numbers";
    const again = dryRun && rowsFaulty > 0 ? "import.mended" : "import.another";
    return html`${usable && id === this.checked ? this.importButton(this.job) : nothing}
      ${this.canEdit ? html`<a class="button" href=${this.context.address("imports")}>${t(again)}</a>` : nothing}
      ${showsAgents ? html`<a class="button" href=${this.context.address("agents")}>${t("import.agents")}</a>` : nothing}
      ${usable && !rowsFaulty && id !== this.checked ? html`<span class="hint">${t("import.chooseAgain")}</span>` : nothing}`;
  }

  importButton({ rowsFaulty }) {
    const [faults, label, look] = rowsFaulty ? ["skip", tn("import.beginWithout", rowsFaulty), ""] : ["stop", t("import.begin"), "primary"];
    return html`<button class=${look} ?disabled=${this.form.sending} @click=${() => this.begin({ dryRun: false, faults })}>
      ${this.form.sending ? t("import.sending") : label}
    </button>`;
  }

  lastImports() {
    return html`<div class="card">
      <h2>${t("import.last")}</h2>
      ${this.last === null ? (this.problem ? nothing : loading()) : this.last.length ? this.lastTable() : emptyState(t("import.noneYet"), t("import.noneYetHint"))}
    </div>`;
  }

  lastTable() {
    return html`<div class="table-frame" role="region" tabindex="0" aria-label=${t("import.last")}>
      <table>
        <thead>
          <tr>${["started", "what", "state", "rows", "faulty", "by"].map((column) => html`<th scope="col">${t(`import.last.${column}`)}</th>`)}</tr>
        </thead>
        <tbody>
          ${this.last.map(
            (job) => html`<tr>
              <th scope="row">
                <a href=${this.context.address("imports", { job: job.id })}>${dateTime(job.createdAt)}</a>
              </th>
              <td>${t(job.dryRun ? "import.checkOf" : "import.importOf", { kind: t(`import.kind.${job.kind}`) })}</td>
              <td>${jobState(job)}</td>
              <td class="number">${number(job.rowsRead)}</td>
              <td class="number">${number(job.rowsFaulty)}</td>
              <td>${actorText(job.startedBy)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
