package agentsettings.core.users;

import agentsettings.core.apps.App.Nested;

// wrong: core.users may not use core.apps; move the code, or see arrows.txt.

/** An example. */
final class ImportsANestedType {

    Nested nested;
}
