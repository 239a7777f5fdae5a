/** What is measured beside what: each group starts its servers, all at once, and lists its cases. */
package agentsettings.bench.groups;
