package agentsettings.core.users;

// wrong: has the name of agentsettings.core.apps.App; give each a name that tells it apart.

/** An example. */
final class App {}
