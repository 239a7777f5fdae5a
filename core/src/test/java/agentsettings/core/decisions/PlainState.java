package agentsettings.core.decisions;

import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.decisions.Change.SettingsChanged;
import agentsettings.core.decisions.Change.UserAdded;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.users.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A state in plain maps, changed by what is decided on it. */
final class PlainState implements State {

    final List<UserAdded> users = new ArrayList<>();
    final Map<UserKey, StoredSettings> settings = new HashMap<>();
    final Map<IdempotencyKey, RememberedOutcome> remembered = new HashMap<>();

    void apply(Command<?> command, Decision<?> decision) {
        switch (decision.change()) {
            case null -> {}
            case UserAdded added -> users.add(added);
            case SettingsChanged changed when changed.after() == null -> settings.remove(changed.user());
            case SettingsChanged changed -> settings.put(changed.user(), changed.after());
        }
        if (decision.remembered() != null) {
            remembered.put(IdempotencyKey.of((CreateSettings) command), decision.remembered());
        }
    }

    @Override
    public boolean userExists(UserKey user) {
        return users.stream().anyMatch(added -> added.user().equals(user));
    }

    @Override
    public boolean sumUserIdExists(String tenantId, String sumUserId) {
        return users.stream()
                .filter(added -> added.user().tenantId().equals(tenantId))
                .anyMatch(added -> added.sumUserId().equals(sumUserId));
    }

    @Override
    public boolean accountExists(String tenantId, String account) {
        return users.stream()
                .filter(added -> added.user().tenantId().equals(tenantId))
                .anyMatch(added -> added.profile().account().equals(account));
    }

    @Override
    public Optional<StoredSettings> settings(UserKey user) {
        return Optional.ofNullable(settings.get(user));
    }

    @Override
    public Optional<RememberedOutcome> remembered(IdempotencyKey key) {
        return Optional.ofNullable(remembered.get(key));
    }
}
