package agentsettings.core.store;

import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.queries.AgentsWithNumbers;
import agentsettings.core.queries.LoggedChange;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.queries.Page;
import agentsettings.core.queries.SettingsFilter;
import agentsettings.core.queries.SettingsRecord;
import agentsettings.core.queries.Summary;
import agentsettings.core.queries.TimeSteps;
import agentsettings.core.queries.UserFilter;
import agentsettings.core.queries.UserRecord;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The records of a database for those who list, search and look them up. Its methods block, over connections of their own; each sees
 * everything that was acknowledged before it was called, and holds its snapshot no longer than it takes. All of them throw {@link
 * StoreUnavailable} if the storage failed, and {@link StoreOverloaded} if too many others read. A record that is stored invalid is
 * left out of lists and logged, and its look-up throws {@link StoreUnavailable}; counts include it. Safe for use by many threads.
 */
public interface Records extends AutoCloseable {

    /**
     * Users in the order of their USER_ID.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     * @param limit the maximum number of items
     */
    Page<UserRecord> users(UserFilter filter, String after, int limit);

    /** The number of users that meet the filter. */
    long count(UserFilter filter);

    Optional<UserRecord> user(UserKey user);

    /**
     * Settings in the order of their users' USER_IDs.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     * @param limit the maximum number of items
     */
    Page<SettingsRecord> settings(SettingsFilter filter, String after, int limit);

    /** The number of settings that meet the filter. */
    long count(SettingsFilter filter);

    Optional<SettingsRecord> settings(UserKey user);

    /**
     * The changes of a user and of its settings, newest first, as far as they are kept.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     * @param limit the maximum number of items
     * @throws IllegalArgumentException if {@code after} is none of a history
     */
    Page<LoggedChange> history(UserKey user, String after, int limit);

    /** The change of this number, if it is kept and is one of the user or of its settings. */
    Optional<LoggedChange> change(UserKey user, long number);

    /**
     * Allotted numbers in the order of their digits.
     *
     * @param after the {@link Page#next} of the page before; empty for the first page
     * @param limit the maximum number of items
     */
    Page<AllottedNumber> numbers(NumberFilter filter, String after, int limit);

    /** The number of allotted numbers that meet the filter. */
    long count(NumberFilter filter);

    Optional<AllottedNumber> number(NumberKey number);

    /**
     * What is stored of users that decides about their calls, at one moment.
     *
     * @param userIds at most {@value AgentsWithNumbers#USERS_MAX}; the same may come twice
     * @param withAllotted whether to read allotted numbers too
     */
    AgentsWithNumbers agents(String tenantId, List<String> userIds, boolean withAllotted);

    /** Those of the numbers that are allotted to the tenant space, in no order, by one read. */
    List<AllottedNumber> allotted(String tenantId, Collection<PhoneNumber> numbers);

    Summary summary(String tenantId);

    /**
     * How many changes the tenant space had in each step, as far as they are kept, by the clocks of the nodes that made them. The time
     * that it takes grows with the changes from the first step on, not with those before, unless a clock was set back.
     */
    List<Long> changesPerStep(String tenantId, TimeSteps steps);

    @Override
    void close();
}
