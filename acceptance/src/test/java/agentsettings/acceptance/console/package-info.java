/** Tests of the console by a real browser, on the real server. They are skipped where there is no Chromium. */
package agentsettings.acceptance.console;
