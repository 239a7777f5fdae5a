package agentsettings.management.numbers;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.store.OutcomeUnknown;
import agentsettings.core.store.Records;
import agentsettings.core.store.Store;
import agentsettings.core.store.StoreOverloaded;
import agentsettings.core.store.StoreUnavailable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Takes back a number, or some of its kinds, so that none of its uses is left: withdraws the kinds, so that no write may begin to use
 * them; looks for uses, or takes the number out of all settings; and changes the number only if it still is as it was withdrawn. No lock
 * is held meanwhile. If the process ends in between, the number stays withdrawn. Safe for use by many threads.
 */
final class NumberWithdrawal {

    private static final int ATTEMPTS_MAX = 5;

    /** The number of settings that are read and changed at a time. */
    private static final int WINDOW = 100;

    private final Records records;
    private final Store store;

    NumberWithdrawal(Records records, Store store) {
        this.records = records;
        this.store = store;
    }

    /** What is taken back. */
    interface TakenBack {

        /** The kinds that the number, as it is now, loses. */
        Set<NumberKind> kinds(AllottedNumber current);

        EditNumber.Edit edit(Uses uses);
    }

    /** The whole number. */
    record Whole() implements TakenBack {

        @Override
        public Set<NumberKind> kinds(AllottedNumber current) {
            return Set.of(NumberKind.values());
        }

        @Override
        public EditNumber.Edit edit(Uses uses) {
            return new EditNumber.Remove(uses);
        }
    }

    /** The kinds that a patch takes away. */
    record KindsOf(NumberPatch patch) implements TakenBack {

        @Override
        public Set<NumberKind> kinds(AllottedNumber current) {
            EnumSet<NumberKind> lost = EnumSet.copyOf(current.kinds());
            lost.removeAll(patch.appliedTo(current).kinds());
            return lost;
        }

        @Override
        public EditNumber.Edit edit(Uses uses) {
            return new EditNumber.Patch(patch, uses);
        }
    }

    /** What became of it. */
    sealed interface Result {}

    /** The number was edited, or could not be for a reason that has nothing to do with its uses. */
    record Edited(EditNumber.Outcome outcome) implements Result {}

    /** So many users' settings use it; nothing was changed. */
    record InUse(long users) implements Result {}

    /** Takes back unless there are uses, or takes the number out of settings first. */
    Result takeBack(EditNumber request, TakenBack taken, boolean clear) {
        Condition condition = request.condition();
        for (int attempt = 1; ; attempt++) {
            Optional<AllottedNumber> current = records.number(request.key());
            if (current.isEmpty()) {
                return new Edited(new EditNumber.UnknownNumber());
            }
            Set<NumberKind> kinds = taken.kinds(current.get());
            if (!clear && condition.holdsFor(current.map(AllottedNumber::tag))) {
                long users = users(request.key(), kinds);
                if (users > 0) {
                    return new InUse(users);
                }
            }
            EditNumber.Outcome withdrawn = write(request, new EditNumber.Withdraw(kinds), condition);
            if (!(withdrawn instanceof EditNumber.Updated(AllottedNumber number))) {
                return new Edited(withdrawn);
            }
            Result result = finish(request, taken, clear, number);
            boolean changedMeanwhile = result instanceof Edited(EditNumber.ConditionFailed _)
                    && condition.holdsFor(Optional.of(number.tag()));
            if (!changedMeanwhile || attempt == ATTEMPTS_MAX) {
                return result;
            }
        }
    }

    /** The number is withdrawn from here on, so a failure must not say that nothing was changed. */
    private Result finish(EditNumber request, TakenBack taken, boolean clear, AllottedNumber withdrawn) {
        try {
            Condition unchanged = new Condition.Version(Set.of(withdrawn.tag()));
            long users = usersLeft(request, taken.kinds(withdrawn), clear);
            if (users == 0) {
                return new Edited(write(request, taken.edit(Uses.NONE), unchanged));
            }
            write(request, new EditNumber.Withdraw(Set.of()), unchanged);
            return new InUse(users);
        } catch (StoreUnavailable | StoreOverloaded failure) {
            throw new OutcomeUnknown("The number was withdrawn, and not all of its uses were seen", failure);
        } catch (CompletionException failure) {
            throw new OutcomeUnknown("The number was withdrawn, and not all of its uses were seen", failure.getCause());
        }
    }

    /** Where numbers are not enforced, other writes may use the number again and again. */
    private long usersLeft(EditNumber request, Set<NumberKind> kinds, boolean clear) {
        long users = clear ? 1 : users(request.key(), kinds);
        for (int i = 0; clear && users > 0 && i < ATTEMPTS_MAX; i++) {
            clear(request.caller(), request.number(), kinds);
            users = users(request.key(), kinds);
        }
        return users;
    }

    private void clear(Caller caller, PhoneNumber number, Set<NumberKind> kinds) {
        SettingsFilter filter = filter(new NumberKey(caller.tenantId(), number), kinds);
        EditSettings.Edit edit = new EditSettings.ClearNumber(number, kinds);
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Page<SettingsRecord> page = records.settings(filter, after.get(), WINDOW);
            List<CompletableFuture<EditSettings.Outcome>> edits = page.items().stream()
                    .map(record -> new EditSettings(caller, record.key().userId(), edit, Condition.NONE))
                    .map(command -> store.write(command).toCompletableFuture())
                    .toList();
            edits.forEach(CompletableFuture::join);
            after = page.next();
        }
    }

    private long users(NumberKey key, Set<NumberKind> kinds) {
        return kinds.isEmpty() ? 0 : records.count(filter(key, kinds));
    }

    /** The settings that use the number as one of these kinds. */
    private static SettingsFilter filter(NumberKey key, Set<NumberKind> kinds) {
        Optional<String> number = Optional.of(key.number().digits());
        boolean any = kinds.size() == NumberKind.values().length;
        boolean display = !any && kinds.contains(NumberKind.DISPLAY);
        return new SettingsFilter(
                key.tenantId(),
                Optional.empty(),
                Optional.empty(),
                any ? number : Optional.empty(),
                display ? number : Optional.empty(),
                any || display ? Optional.empty() : number,
                Optional.empty(),
                false);
    }

    private EditNumber.Outcome write(EditNumber request, EditNumber.Edit edit, Condition condition) {
        EditNumber command = new EditNumber(request.caller(), request.number(), edit, condition);
        return store.write(command).toCompletableFuture().join();
    }
}
