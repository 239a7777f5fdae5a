/** The rules for the sources and classes of every module, each with examples that break it in {@code src/test/resources/house}. */
package agentsettings.acceptance.house.rules;
