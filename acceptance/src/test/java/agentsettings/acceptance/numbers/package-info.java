/** Allotted numbers against writes of settings, by the interfaces of running servers. */
package agentsettings.acceptance.numbers;
