// wrong: the name "util" says nothing; name the package after what it holds.

/** An example. */
package agentsettings.core.users.util;
