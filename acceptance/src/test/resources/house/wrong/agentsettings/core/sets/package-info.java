// wrong: agentsettings.core.sets is a coined name; use batch instead.

/** An example. */
package agentsettings.core.sets;
