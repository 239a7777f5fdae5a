/** Results, and what follows from them: files, tables and comparisons. */
package agentsettings.bench.results;
