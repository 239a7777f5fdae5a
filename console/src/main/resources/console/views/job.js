// Leads from a change to what it was part of: a change of many agents, or an import.

import { nothing } from "../lib/lit-html/lit-html.js";
import { get, ofTenant } from "../api.js";
import { loading } from "../parts/notices.js";
import { View } from "../view.js";

export default class JobView extends View {
  start() {
    const { address, go, params, tenantId } = this.context;
    this.attempt(async () => {
      const isImport = await this.isImport(ofTenant(tenantId, "bulk-changes", params.id));
      if (isImport) {
        await get(ofTenant(tenantId, "imports", params.id), { signal: this.signal });
      }
      go(isImport ? address("imports", { job: params.id }) : address("agents", { change: params.id }), { replace: true });
    });
  }

  /** Whether the service does not know it as a change of many agents. */
  async isImport(path) {
    try {
      await get(path, { signal: this.signal });
      return false;
    } catch (failure) {
      if (failure.status !== 404) {
        throw failure;
      }
      return true;
    }
  }

  template() {
    return this.problem ? nothing : loading();
  }
}
