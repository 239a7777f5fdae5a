// The texts of the chosen language. All texts of a language are in one file below texts/.

const LANGUAGES = ["en", "zh"];
const TAGS = { en: "en", zh: "zh-CN" };

let language = "en";
let texts = {};

/** Loads the chosen language, or the first of the browser's that there is. */
export async function loadLanguage(chosen = localStorage.getItem("language")) {
  const wanted = [chosen, ...navigator.languages].map((tag) => (tag ?? "").slice(0, 2));
  language = wanted.find((tag) => LANGUAGES.includes(tag)) ?? "en";
  texts = (await import(`./texts/${language}.js`)).default;
  document.documentElement.lang = TAGS[language];
}

/** Changes the language, and remembers it. */
export async function chooseLanguage(chosen) {
  localStorage.setItem("language", chosen);
  await loadLanguage(chosen);
}

/** The language with the region that the browser prefers, for the forms of numbers and times. */
function locale() {
  return navigator.languages.find((tag) => tag.startsWith(language)) ?? TAGS[language];
}

export function currentLanguage() {
  return language;
}

/** A text, with `{name}` replaced by the value of that name. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A text about a count, which is `key.one` or `key.other` by the rules of the language; `{count}` is the count. */
export function tn(key, count, values = {}) {
  const form = new Intl.PluralRules(TAGS[language]).select(count);
  return t(`${key}.${form}` in texts ? `${key}.${form}` : `${key}.other`, { ...values, count: number(count) });
}

/** A number with the separators of the language. */
export function number(value) {
  return new Intl.NumberFormat(locale()).format(value);
}

/** A date and time, as precise as people need it. */
export function dateTime(value) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(value));
}

/** The time of day, where the browser is. */
export function timeOfDay(value) {
  return new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(new Date(value));
}

/** The day, in UTC. */
export function dayOfUtc(value) {
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(value));
}
