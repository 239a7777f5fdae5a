// The page for those who are not signed in.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { signIn } from "../api.js";
import { t } from "../i18n.js";
import { View } from "../view.js";

export class SignInView extends View {
  /** @param context `message` says why one has to sign in, if it is not null; `signedIn` takes the session */
  constructor(context) {
    super(context);
    this.message = context.message;
    this.sending = false;
  }

  get title() {
    return t("signIn.title");
  }

  async submit(event) {
    event.preventDefault();
    const key = new FormData(event.target).get("key").trim();
    this.message = null;
    this.sending = true;
    this.update();
    const session = await this.attempt(() => signIn({ key }));
    this.sending = false;
    this.update();
    if (session) {
      await this.context.signedIn(session);
    }
  }

  template() {
    return html`<form class="card sign-in" @submit=${(event) => this.submit(event)}>
      <h1>AgentSettings</h1>
      ${this.message ? html`<div class="notice" role="status">${this.message}</div>` : nothing}
      <input type="text" name="username" autocomplete="username" value="management key" hidden />
      <label for="key">${t("signIn.key")}</label>
      <input id="key" name="key" type="password" required autocomplete="current-password" spellcheck="false"
        aria-describedby="key-hint" autofocus />
      <p id="key-hint" class="hint">${t("signIn.hint")} <code>./agentsettings key create</code></p>
      <button class="primary" type="submit" ?disabled=${this.sending}>${t("signIn.submit")}</button>
    </form>`;
  }
}
