/** The place where programs start. */
package acceptance.src.test.resources.house.wrong.agentsettings.cli;
