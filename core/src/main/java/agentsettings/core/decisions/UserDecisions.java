package agentsettings.core.decisions;

import agentsettings.core.changes.Change;
import agentsettings.core.changes.Change.UserChanged;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.EditUser.Delete;
import agentsettings.core.commands.EditUser.Patch;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.settings.StoredSettings;
import agentsettings.core.state.State;
import agentsettings.core.users.StoredUser;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the commands that change users. */
final class UserDecisions {

    static Decision<AddUser.Outcome> add(AddUser command, State state, Numbers numbers, Instant now) {
        String tenantId = command.caller().tenantId();
        if (state.accountExists(tenantId, command.profile().account())) {
            return Decision.unchanged(new AddUser.AccountTaken());
        }
        if (command.userId() == null) {
            return added(command.withIds(newUserId(tenantId, state, numbers)), numbers, now);
        }
        boolean taken = state.userExists(command.user()) || state.sumUserIdExists(tenantId, command.sumUserId());
        return taken ? Decision.unchanged(new AddUser.UserIdTaken()) : added(command, numbers, now);
    }

    /** An id that is nobody's USER_ID and nobody's SUM_USER_ID. */
    private static String newUserId(String tenantId, State state, Numbers numbers) {
        String id;
        do {
            id = Long.toString(numbers.nextId());
        } while (state.userExists(new UserKey(tenantId, id)) || state.sumUserIdExists(tenantId, id));
        return id;
    }

    private static Decision<AddUser.Outcome> added(AddUser command, Numbers numbers, Instant now) {
        StoredUser after = new StoredUser(command.sumUserId(), command.profile(), now, numbers.nextChange());
        return Decision.changed(
                new AddUser.Added(command.sumUserId()),
                new UserChanged(after.change(), command.caller(), command.user(), null, after));
    }

    static Decision<EditUser.Outcome> edit(EditUser command, State state, Numbers numbers) {
        Optional<StoredUser> before = state.user(command.user());
        if (before.isEmpty()) {
            return Decision.unchanged(new EditUser.UnknownUser());
        }
        if (!command.condition().holdsFor(before.map(StoredUser::tag))) {
            return Decision.unchanged(new EditUser.ConditionFailed(before.get()));
        }
        return switch (command.edit()) {
            case Patch(UserPatch patch) -> patch(command, before.get(), patch, state, numbers);
            case Delete(boolean withSettings) -> delete(command, before.get(), withSettings, state, numbers);
        };
    }

    private static Decision<EditUser.Outcome> patch(
            EditUser command, StoredUser before, UserPatch patch, State state, Numbers numbers) {
        UserProfile profile = patch.appliedTo(before.profile());
        if (profile.equals(before.profile())) {
            return Decision.unchanged(new EditUser.Updated(before));
        } else if (getsTakenAccount(command.user(), before.profile(), profile, state)) {
            return Decision.unchanged(new EditUser.AccountTaken());
        }
        StoredUser after = before.changedTo(profile, numbers.nextChange());
        return Decision.changed(new EditUser.Updated(after), changed(command, before, after));
    }

    private static boolean getsTakenAccount(UserKey user, UserProfile before, UserProfile after, State state) {
        return !after.account().equals(before.account()) && state.accountExists(user.tenantId(), after.account());
    }

    private static UserChanged changed(Command<?> command, StoredUser before, StoredUser after) {
        return new UserChanged(after.change(), command.caller(), command.user(), before, after);
    }

    static Decision<UpsertUser.Outcome> upsert(UpsertUser command, State state, Numbers numbers, Instant now) {
        Optional<StoredUser> before = state.user(command.user());
        UserProfile current = before.map(StoredUser::profile).orElse(UserProfile.NEW);
        UserProfile profile = command.patch().appliedTo(current);
        if (before.isEmpty() && (profile.account() == null || profile.name() == null)) {
            return Decision.unchanged(new UpsertUser.ProfileIncomplete());
        } else if (before.isEmpty() && state.sumUserIdExists(command.user().tenantId(), command.newSumUserId())) {
            return Decision.unchanged(new UpsertUser.UserIdTaken());
        } else if (before.isPresent()
                && command.sumUserId() != null
                && !command.sumUserId().equals(before.get().sumUserId())) {
            return Decision.unchanged(new UpsertUser.SumUserIdDiffers());
        } else if (before.isPresent() && profile.equals(current)) {
            return Decision.unchanged(new UpsertUser.Updated(before.get()));
        } else if (getsTakenAccount(command.user(), current, profile, state)) {
            return Decision.unchanged(new UpsertUser.AccountTaken());
        }
        if (before.isPresent()) {
            StoredUser after = before.get().changedTo(profile, numbers.nextChange());
            return Decision.changed(new UpsertUser.Updated(after), changed(command, before.get(), after));
        }
        StoredUser after = new StoredUser(command.newSumUserId(), profile, now, numbers.nextChange());
        return Decision.changed(new UpsertUser.Added(after), changed(command, null, after));
    }

    private static Decision<EditUser.Outcome> delete(
            EditUser command, StoredUser before, boolean withSettings, State state, Numbers numbers) {
        Optional<StoredSettings> settings = state.settings(command.user());
        if (settings.isPresent() && !withSettings) {
            return Decision.unchanged(new EditUser.HasSettings());
        }
        List<Change> changes = new ArrayList<>(2);
        settings.ifPresent(stored -> changes.add(SettingsDecisions.deleted(command, stored, numbers)));
        changes.add(new UserChanged(numbers.nextChange(), command.caller(), command.user(), before, null));
        return new Decision<>(new EditUser.Deleted(), changes, List.of());
    }

    private UserDecisions() {}
}
