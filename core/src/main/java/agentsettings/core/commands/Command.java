package agentsettings.core.commands;

import agentsettings.core.apps.Caller;

/**
 * Something that changes what is stored, wholly or not at all.
 *
 * @param <O> the ways it can turn out
 */
public sealed interface Command<O> permits CreateSettings, UpdateSettings, DeleteSettings, AddUser {

    /** Who asks for it. */
    Caller caller();

    /** The USER_ID of the one user it is about, null when that is to be chosen. */
    String userId();
}
