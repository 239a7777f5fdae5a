package agentsettings.acceptance.settings;

/**
 * A write that a connection asks for.
 *
 * @param changes what it says about the settings; null for a delete
 * @param idempotencyKey null unless it is a create
 */
public record Command(Action action, Content changes, String idempotencyKey) {

    /**
     * The settings that are there once this is carried out, null when none are.
     *
     * @param before null when there were none
     * @param createdId the id that a create got
     */
    public StoredSettings after(StoredSettings before, long createdId) {
        return switch (action) {
            case CREATE -> new StoredSettings(createdId, changes, 1);
            case UPDATE -> new StoredSettings(before.id(), before.content().with(changes), before.version() + 1);
            case DELETE -> null;
        };
    }

    /** The change that carrying this out makes; parameters as for {@link #after}. */
    public Change change(StoredSettings before, long createdId) {
        StoredSettings after = after(before, createdId);
        return after == null
                ? new Change(action.word(), before.id(), null)
                : new Change(action.word(), after.id(), after.content());
    }
}
