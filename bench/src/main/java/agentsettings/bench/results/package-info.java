/** What was measured, and what it says: files, tables, plots and verdicts. */
package agentsettings.bench.results;
