package acceptance.src.test.resources.house.wrong.agentsettings.core.users;

// wrong: has the name of agentsettings.core.apps.App; give each a name that tells it apart.

/** An example. */
final class App {}
