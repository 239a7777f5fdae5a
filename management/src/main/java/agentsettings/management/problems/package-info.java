/** What can be wrong with a request, as problems in JSON (RFC 9457). */
package agentsettings.management.problems;
