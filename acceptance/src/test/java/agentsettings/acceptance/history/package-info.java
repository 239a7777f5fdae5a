/**
 * Histories of what clients asked about one user's settings and what they were told, and the proof that each is linearizable:
 * that one order of the operations, in keeping with real time, explains every response.
 */
package agentsettings.acceptance.history;
