// wrong: holds 11 types; divide it by subject until it has at most 8.

/** Uses what it must not. */
package acceptance.src.test.resources.house.wrong.agentsettings.core.users;
