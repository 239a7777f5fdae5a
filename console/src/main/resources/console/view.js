// The base of all views.

/**
 * A view has its state in fields, and `template()` makes the page of it. After a change of state call `update()`. What it started ends
 * with `signal`, which is aborted when the view is left.
 */
export class View {
  /** @param {{tenantId, params, query, session, tenant, can, isOwn, go, address, update, announce}} context see app.js */
  constructor(context) {
    this.context = context;
    this.abort = new AbortController();
    /** What the service refused last; the shell shows it above the view. */
    this.problem = null;
  }

  get signal() {
    return this.abort.signal;
  }

  /** The title of the page. */
  get title() {
    return "";
  }

  /** Whether leaving would lose what was entered. */
  get isDirty() {
    return false;
  }

  /** Begins to load what the view shows. */
  start() {}

  /** Takes over another query in the address, without a new view. */
  queryChanged(query) {
    this.context.query = query;
  }

  stop() {
    this.abort.abort();
  }

  update() {
    this.context.update();
  }

  /** Runs what was typed for when the typing pauses, unless a link has been followed meanwhile, whose view comes a moment later. */
  whenTyped(millis, action) {
    const view = location.hash.split("?")[0];
    clearTimeout(this.typing);
    this.typing = setTimeout(() => location.hash.split("?")[0] === view && action(), millis);
  }

  /** Runs something that may be refused, and shows the refusal. */
  async attempt(action) {
    try {
      this.problem = null;
      return await action();
    } catch (failure) {
      if (failure.name !== "AbortError") {
        this.problem = failure;
      }
      return undefined;
    } finally {
      this.update();
    }
  }
}
