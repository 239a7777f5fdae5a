package agentsettings.core.users;

// wrong: core.users may not use core.apps; move the code, or see arrows.txt.

/** An example. */
final class UsesAFullName {

    int max() {
        return agentsettings.core.apps.App.max();
    }
}
