// What to import: the kind of the rows, what becomes of records that are there, and the file.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { number, t } from "../i18n.js";

const KINDS = ["settings", "users", "numbers"];
const MODES = ["upsert", "create", "replace"];
const COLUMNS = {
  settings: ["userId", "callType", "displayNumbers", "defaultDisplayNumber", "softphoneNumbers", "defaultSoftphoneNumber"],
  users: ["userId", "sumUserId", "account", "name", "phone", "email", "description", "status"],
  numbers: ["number", "kinds", "description"],
};

/** The headers that say what a file is: by the end of its name, since browsers know none of these types for sure. */
export function fileHeaders({ name }) {
  const packed = /\.gz$/i.test(name);
  const lines = /\.(jsonl|ndjson)(\.gz)?$/i.test(name);
  return { "Content-Type": lines ? "application/jsonl" : "text/csv", ...(packed ? { "Content-Encoding": "gzip" } : {}) };
}

/**
 * @param {{kind, mode, file, sending, exporting}} state
 * @param {{change: (changes) => void, check: () => void, exportNow: () => void}} actions
 */
export function importForm({ kind, mode, file, sending, exporting }, { change, check, exportNow }) {
  return html`<section class="card" aria-labelledby="import-title">
    <h2 id="import-title">${t("import.title")}</h2>
    <form
      class="import-form"
      @submit=${(event) => {
        event.preventDefault();
        check();
      }}
    >
      <div class="toolbar">
        <label class="field"
          ><span>${t("import.kind")}</span>
          <select @change=${(event) => change({ kind: event.target.value })}>
            ${KINDS.map((value) => html`<option value=${value} ?selected=${value === kind}>${t(`import.kind.${value}`)}</option>`)}
          </select>
        </label>
        <label class="field grow"
          ><span>${t("import.mode")}</span>
          <select @change=${(event) => change({ mode: event.target.value })}>
            ${MODES.map((value) => html`<option value=${value} ?selected=${value === mode}>${t(`import.mode.${value}`)}</option>`)}
          </select>
        </label>
      </div>
      <div class="hint">
        <p>${t("import.columns")} ${COLUMNS[kind].map((column, i) => html`${i ? ", " : nothing}<code>${column}</code>`)}</p>
        <p>${t(`import.values.${kind}`)} ${t(`import.emptyCell.${mode}`)}</p>
      </div>
      <div class="actions">
        <button type="button" ?disabled=${exporting} @click=${exportNow}>${exporting ? t("import.exporting") : t(`import.export.${kind}`)}</button>
        <span class="hint">${t("import.exportHint")}</span>
      </div>
      ${dropZone(file, (chosen) => change({ file: chosen }))}
      <div class="actions">
        <button class="primary" ?disabled=${!file || sending}>${sending ? t("import.sending") : t("import.check")}</button>
        <span class="hint">${t("import.checkHint")}</span>
      </div>
    </form>
  </section>`;
}

/** A field for a file, into which one can be dropped. */
function dropZone(file, choose) {
  const over = (event, is) => {
    event.preventDefault();
    event.currentTarget.classList.toggle("over", is);
  };
  return html`<label
    class="drop"
    @dragover=${(event) => over(event, true)}
    @dragleave=${(event) => over(event, false)}
    @drop=${(event) => {
      over(event, false);
      choose(event.dataTransfer.files[0] ?? file);
    }}
  >
    <span>${t("import.file")}</span>
    <input
      type="file"
      class="visually-hidden"
      accept=".csv,.jsonl,.ndjson,.gz,text/csv"
      @click=${(event) => (event.target.value = "")}
      @change=${(event) => choose(event.target.files[0] ?? file)}
    />
    <strong>${file ? t("import.chosen", { name: file.name, bytes: number(file.size) }) : t("import.none")}</strong>
  </label>`;
}
