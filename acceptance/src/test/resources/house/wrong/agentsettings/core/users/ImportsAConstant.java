package agentsettings.core.users;

import static agentsettings.core.apps.App.MAX;

// wrong: core.users may not use core.apps; move the code, or see arrows.txt.

/** An example. */
final class ImportsAConstant {

    int max = MAX;
}
