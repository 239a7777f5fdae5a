package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.Change;
import agentsettings.acceptance.settings.Content;

/**
 * A row of the change log.
 *
 * @param node that wrote it, and numbers its own rows
 * @param settingsId 0 when it isn't about settings
 * @param before null when there were no settings
 * @param after null when there are none any more
 */
record LogRow(int node, long seq, String userId, String action, long settingsId, Content before, Content after) {

    Change change() {
        return new Change(action, settingsId, after);
    }
}
