package agentsettings.storage;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.EditUser;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates steps over few apps, users, accounts and keys, so that they get in each other's way all the time. */
public final class Steps {

    static final List<Caller> CALLERS = List.of(Samples.CALLER, Samples.OTHER_APP, Samples.OTHER_TENANT);

    /** Ids that users are added with, as USER_ID of one and SUM_USER_ID of another. */
    static final List<String> IDS = List.of("u1", "u2", "u3", "u4", "u5", "1660270845627002401");

    static Arbitrary<List<Step>> any() {
        Arbitrary<Step> burst = wishes().list().ofMinSize(1).ofMaxSize(12).map(Step.Burst::new);
        Arbitrary<Step> pass = Arbitraries.of(1L, 1_000L, 3_600_000L, 86_399_999L, 86_400_000L)
                .map(Duration::ofMillis)
                .map(Step.Pass::new);
        Arbitrary<Step> reopen = Arbitraries.create(Step.Reopen::new);
        return Arbitraries.frequencyOf(Tuple.of(14, burst), Tuple.of(3, pass), Tuple.of(1, reopen))
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    private static Arbitrary<Wish> wishes() {
        Arbitrary<Caller> callers = Arbitraries.of(CALLERS);
        Arbitrary<String> ids = Arbitraries.of(IDS);
        Arbitrary<Wish> create = Combinators.combine(callers, ids, outbound(), keys().injectNull(0.6))
                .as(Wish.Create::new);
        Arbitrary<Wish> update = Combinators.combine(callers, ids, Arbitraries.of(0L, 0L, 0L, 1L, -1L), outbound())
                .as(Wish.Update::new);
        Arbitrary<Wish> delete = Combinators.combine(callers, ids).as(Wish.Delete::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, create),
                Tuple.of(4, update),
                Tuple.of(2, delete),
                Tuple.of(4, edits()),
                Tuple.of(2, editsOfUsers()),
                Tuple.of(2, upsertsOfUsers()),
                Tuple.of(4, adds()));
    }

    private static Arbitrary<Wish> edits() {
        Arbitrary<EditSettings.Edit> edits = Arbitraries.oneOf(
                outbound().map(EditSettings.Put::new),
                outbound()
                        .map(values -> new EditSettings.Patch(new SettingsPatch(
                                Edit.assign(values.callType()),
                                Edit.keep(),
                                Edit.assign(values.softphoneNumbers()),
                                Edit.keep(),
                                Edit.keep()))),
                outbound()
                        .map(values -> new EditSettings.Upsert(new SettingsPatch(
                                Edit.keep(),
                                Edit.assign(values.displayNumbers()),
                                Edit.keep(),
                                Edit.assign(values.defaultDisplayNumber()),
                                Edit.keep()))),
                Arbitraries.of(NumberKind.values())
                        .map(kind -> new EditSettings.ClearNumber(new PhoneNumber("1"), Set.of(kind))),
                Arbitraries.just(new EditSettings.Delete()));
        return Combinators.combine(Arbitraries.of(CALLERS), Arbitraries.of(IDS), edits, conditions())
                .as(Wish.Edit::new);
    }

    private static Arbitrary<Wish> editsOfUsers() {
        Arbitrary<EditUser.Edit> edits = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(1, 12), Arbitraries.of(UserStatus.class))
                        .as((number, status) -> new EditUser.Patch(new UserPatch(
                                Edit.assign("account" + number),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.keep(),
                                Edit.assign(status)))),
                Arbitraries.of(true, false).map(EditUser.Delete::new));
        return Combinators.combine(Arbitraries.of(CALLERS), Arbitraries.of(IDS), edits, conditions())
                .as(Wish.EditOfUser::new);
    }

    private static Arbitrary<Wish> upsertsOfUsers() {
        Arbitrary<Edit<String>> accounts = Arbitraries.integers()
                .between(1, 12)
                .map(number -> Edit.assign("account" + number))
                .injectNull(0.2)
                .map(account -> account == null ? Edit.keep() : account);
        Arbitrary<UserPatch> patches = Combinators.combine(accounts, Arbitraries.of("Ann Özil", "Bo"))
                .as((account, name) -> new UserPatch(
                        account, Edit.assign(name), Edit.keep(), Edit.assign(null), Edit.keep(), Edit.keep()));
        return Combinators.combine(
                        Arbitraries.of(CALLERS),
                        Arbitraries.of(IDS),
                        Arbitraries.of(IDS).injectNull(0.5),
                        patches)
                .as(Wish.Upsert::new);
    }

    private static Arbitrary<Condition> conditions() {
        return Arbitraries.frequency(
                Tuple.of(6, Condition.NONE), Tuple.of(1, new Condition.Absent()), Tuple.of(1, new Condition.Present()));
    }

    private static Arbitrary<Wish> adds() {
        Arbitrary<Caller> callers = Arbitraries.of(CALLERS);
        Arbitrary<String> ids = Arbitraries.of(IDS);
        Arbitrary<String> accounts = Arbitraries.integers().between(1, 12).map(number -> "account" + number);
        Arbitrary<Wish> known = Combinators.combine(callers, ids, ids, accounts).as(Wish.Add::new);
        Arbitrary<Wish> chosen = Combinators.combine(callers, accounts)
                .as((caller, account) -> new Wish.Add(caller, null, null, account));
        return Arbitraries.frequencyOf(Tuple.of(5, known), Tuple.of(1, chosen));
    }

    private static Arbitrary<Idempotency> keys() {
        return Combinators.combine(Arbitraries.of("key-1", "key-2", "key-3"), Arbitraries.of("body-1", "body-2"))
                .as(Idempotency::new);
    }

    public static Arbitrary<OutboundSettings> outbound() {
        Arbitrary<PhoneNumber> numbers = Arbitraries.of(
                        "233", "8621", "0", "+0049301234567", "*100#", "123456789012345")
                .map(PhoneNumber::new);
        Arbitrary<List<PhoneNumber>> lists = numbers.list().ofMaxSize(5).injectNull(0.3);
        Arbitrary<PhoneNumber> defaults =
                Arbitraries.oneOf(numbers, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.3);
        return Combinators.combine(Arbitraries.of(CallType.class).injectNull(0.3), lists, lists, defaults, defaults)
                .as(OutboundSettings::new);
    }

    private Steps() {}
}
