package agentsettings.bench.soak.clients;

import java.util.HashSet;
import java.util.Set;

/**
 * A user whose settings one client changes, and what they can be: the last acknowledged ones, and those of later requests without a response.
 * Settings are told apart by their default display number. Used by one thread.
 */
final class OwnedUser {

    static final String NONE = "";

    private final long number;
    private final Set<String> possible = new HashSet<>(Set.of(NONE));
    private String id;

    OwnedUser(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** The settings' id, null if it is not known. */
    String id() {
        return id;
    }

    void setId(String settingsId) {
        id = settingsId;
    }

    /** Whether the settings are known for sure. */
    boolean isCertain() {
        return possible.size() == 1;
    }

    boolean hasSettings() {
        return isCertain() && !possible.contains(NONE);
    }

    boolean canBe(String settings) {
        return possible.contains(settings);
    }

    Set<String> possible() {
        return Set.copyOf(possible);
    }

    /** Notes what is stored, since a response has told. */
    void is(String settings) {
        possible.clear();
        possible.add(settings);
    }

    /** Notes a request that may have been executed or not. */
    void mayBe(String settings) {
        possible.add(settings);
    }
}
