// The switches of theme and language, which the browser remembers.

import { html } from "../lib/lit-html/lit-html.js";
import { chooseLanguage, currentLanguage, t } from "../i18n.js";

const THEMES = ["auto", "light", "dark"];

function currentTheme() {
  return document.documentElement.dataset.theme ?? "auto";
}

function chooseTheme(theme) {
  if (theme === "auto") {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem("theme");
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem("theme", theme);
  }
}

/** @param {() => void} update draws the page again */
export function preferences(update) {
  return html`<div class="preferences">
    <select
      aria-label=${t("app.theme")}
      @change=${(event) => {
        chooseTheme(event.target.value);
        update();
      }}
    >
      ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === currentTheme()}>${t(`theme.${theme}`)}</option>`)}
    </select>
    <select
      aria-label="Language / 语言"
      @change=${async (event) => {
        await chooseLanguage(event.target.value);
        update();
      }}
    >
      <option value="en" lang="en" ?selected=${currentLanguage() === "en"}>English</option>
      <option value="zh" lang="zh-CN" ?selected=${currentLanguage() === "zh"}>简体中文</option>
    </select>
  </div>`;
}
