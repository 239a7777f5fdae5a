package agentsettings.core.commands;

/**
 * Something that changes what is stored, wholly or not at all.
 *
 * @param <O> the ways it can turn out
 */
public sealed interface Command<O> permits CreateSettings, UpdateSettings, DeleteSettings, AddUser {}
