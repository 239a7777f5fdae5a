// wrong: holds 11 types; divide it by subject until it has at most 8.

/** Uses what it must not. */
package agentsettings.core.users;
