/** Clients that are slow, odd, broken or up to no good. */
package agentsettings.acceptance.hostile;
