/** Has what others must not use. */
package acceptance.src.test.resources.house.wrong.agentsettings.core.apps;
