// wrong: agentsettings.core.sets is a coined name; use batch instead.

/** An example. */
package acceptance.src.test.resources.house.wrong.agentsettings.core.sets;
