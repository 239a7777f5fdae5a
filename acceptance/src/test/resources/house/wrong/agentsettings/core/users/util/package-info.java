// wrong: the name "util" says nothing; name the package after what it holds.

/** An example. */
package acceptance.src.test.resources.house.wrong.agentsettings.core.users.util;
