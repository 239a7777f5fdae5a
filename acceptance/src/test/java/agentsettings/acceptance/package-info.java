/**
 * The black box: literal requests and responses, played over plain sockets against a real server in a process of its own,
 * or against any other server that speaks the same interface.
 */
package agentsettings.acceptance;
