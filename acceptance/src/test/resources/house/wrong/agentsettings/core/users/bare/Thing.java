package agentsettings.core.users.bare;

// wrong: its package has no package-info.java; say there what it holds.
// wrong: core.users.bare is missing in arrows.txt; add a row for the package.

/** An example. */
final class Thing {

    int max = agentsettings.core.apps.App.max();
}
