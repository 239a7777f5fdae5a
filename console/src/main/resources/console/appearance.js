// Sets the chosen theme before the first paint; without a choice, the system's is used. Not a module, so that it runs at once.
{
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
}
