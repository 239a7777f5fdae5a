package agentsettings.storage;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.commands.Command;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.commands.UpsertUser;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;

/** A command that a test has in mind before the ids are known that it will name. */
public sealed interface Wish {

    Command<?> command(StoreModel model);

    /** The USER_ID of the user that it is about, null if that is to be chosen. */
    String userId();

    /** Settings for the user; under an idempotency key unless that is null. */
    record Create(Caller caller, String userId, OutboundSettings outbound, Idempotency idempotency) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new CreateSettings(caller, userId, outbound, idempotency);
        }
    }

    /** A change to the settings the user has now, or with an id that is off by so much. */
    record Update(Caller caller, String userId, long offBy, OutboundSettings changes) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new UpdateSettings(caller, model.idOf(caller, userId) + offBy, userId, changes);
        }
    }

    record Delete(Caller caller, String userId) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new DeleteSettings(caller, userId);
        }
    }

    /** A user with these ids, or with ids of the store's choice when they are null. */
    record Add(Caller caller, String userId, String sumUserId, String account) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new AddUser(caller, userId, sumUserId, Samples.profile(account));
        }
    }

    /** An edit of settings, if they meet the condition. */
    record Edit(Caller caller, String userId, EditSettings.Edit edit, Condition condition) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new EditSettings(caller, userId, edit, condition);
        }
    }

    /** An edit of a user, if it meets the condition. */
    record EditOfUser(Caller caller, String userId, EditUser.Edit edit, Condition condition) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new EditUser(caller, userId, edit, condition);
        }
    }

    /** A user with these values, added or changed. */
    record Upsert(Caller caller, String userId, String sumUserId, UserPatch patch) implements Wish {
        @Override
        public Command<?> command(StoreModel model) {
            return new UpsertUser(caller, userId, sumUserId, patch);
        }
    }
}
