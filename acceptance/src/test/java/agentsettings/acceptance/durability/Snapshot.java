package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.StoredSettings;
import java.util.List;
import java.util.Map;

/**
 * What the database holds at one moment.
 *
 * @param integrity what the engine says about its files, "ok" when all is well
 * @param settings by user
 * @param log in the order of time, each node's rows in their own
 */
record Snapshot(String integrity, Map<String, StoredSettings> settings, List<LogRow> log) {}
