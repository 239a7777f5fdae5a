package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.StoredSettings;
import java.util.List;
import java.util.Map;

/**
 * What the database holds at one moment.
 *
 * @param integrity what SQLite says about the file
 * @param settings by user
 */
record Snapshot(String integrity, Map<String, StoredSettings> settings, List<LogRow> log) {}
