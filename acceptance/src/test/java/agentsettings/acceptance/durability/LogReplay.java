package agentsettings.acceptance.durability;

import agentsettings.acceptance.settings.StoredSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Plays the change log from its first row, and complains about gaps, rows that don't follow from the rows before them, and settings that differ. */
final class LogReplay {

    private final Map<String, StoredSettings> settings = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<Integer, Long> lastSeqs = new HashMap<>();
    private final Map<Integer, Long> lastCreatedIds = new HashMap<>();

    private LogReplay() {}

    /** Returns what is wrong with the log, and between the log and the settings. */
    static List<String> complaints(Snapshot snapshot) {
        LogReplay replay = new LogReplay();
        snapshot.log().forEach(replay::play);
        replay.compare(snapshot.settings());
        return replay.complaints;
    }

    private void play(LogRow row) {
        long lastSeq = lastSeqs.getOrDefault(row.node(), 0L);
        if (row.seq() != lastSeq + 1) {
            complaints.add("change_log: seq " + lastSeq + " of node " + row.node() + " is followed by " + row.seq());
        }
        lastSeqs.put(row.node(), row.seq());
        StoredSettings before = settings.get(row.userId());
        if (!Objects.equals(row.before(), before == null ? null : before.content())) {
            complain(row, "says before " + row.before() + ", the rows above it say " + before);
        }
        switch (row.action()) {
            case "create" -> playCreate(row);
            case "update" -> playUpdate(row, before);
            case "delete" -> playDelete(row, before);
            case "add user" -> {}
            default -> complain(row, "has an unknown action");
        }
    }

    private void playCreate(LogRow row) {
        long lastCreatedId = lastCreatedIds.getOrDefault(row.node(), 0L);
        if (row.settingsId() <= lastCreatedId) {
            complain(row, "has id " + row.settingsId() + ", not above the last of its node, " + lastCreatedId);
        }
        lastCreatedIds.put(row.node(), row.settingsId());
        settings.put(row.userId(), new StoredSettings(row.settingsId(), row.after(), 1));
    }

    private void playUpdate(LogRow row, StoredSettings before) {
        requireSameId(row, before);
        long version = before == null ? 1 : before.version() + 1;
        settings.put(row.userId(), new StoredSettings(row.settingsId(), row.after(), version));
    }

    private void playDelete(LogRow row, StoredSettings before) {
        requireSameId(row, before);
        if (row.after() != null) {
            complain(row, "is a delete with content after it");
        }
        settings.remove(row.userId());
    }

    private void requireSameId(LogRow row, StoredSettings before) {
        if (before == null || before.id() != row.settingsId()) {
            complain(row, "is about settings " + row.settingsId() + ", the rows above it say " + before);
        }
    }

    private void compare(Map<String, StoredSettings> found) {
        TreeSet<String> users = new TreeSet<>(settings.keySet());
        users.addAll(found.keySet());
        for (String user : users) {
            if (!Objects.equals(settings.get(user), found.get(user))) {
                complaints.add("agent_settings: " + user + " has " + found.get(user) + ", the change log makes it "
                        + settings.get(user));
            }
        }
    }

    private void complain(LogRow row, String what) {
        complaints.add("change_log: seq " + row.seq() + " (" + row.action() + " of " + row.userId() + ") " + what);
    }
}
