/**
 * What clients may rely on when several nodes serve one database: a load that asks all nodes about the same few users at once,
 * and the proof that to each user's clients they look like one server that does one thing at a time.
 */
package agentsettings.acceptance.nodes;
