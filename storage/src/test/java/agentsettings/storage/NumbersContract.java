package agentsettings.storage;

import static agentsettings.core.numbers.NumberKind.DISPLAY;
import static agentsettings.core.numbers.NumberKind.SOFTPHONE;
import static agentsettings.storage.Samples.CALLER;
import static agentsettings.storage.Samples.OTHER_TENANT;
import static agentsettings.storage.Samples.USER;
import static agentsettings.storage.Samples.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.EditNumber;
import agentsettings.core.commands.EditNumber.Create;
import agentsettings.core.commands.EditNumber.Patch;
import agentsettings.core.commands.EditNumber.Put;
import agentsettings.core.commands.EditNumber.Remove;
import agentsettings.core.commands.EditNumber.Upsert;
import agentsettings.core.commands.EditNumber.Uses;
import agentsettings.core.commands.EditNumber.Withdraw;
import agentsettings.core.commands.EditSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.numbers.AllottedNumber;
import agentsettings.core.numbers.NumberField;
import agentsettings.core.numbers.NumberKey;
import agentsettings.core.numbers.NumberKind;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.NumberPatch;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.queries.NumberFilter;
import agentsettings.core.requests.Condition;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Allotted numbers: how they are edited and listed, and which writes of settings they permit. */
public abstract class NumbersContract extends RecordsFixture {

    private static final PhoneNumber NUMBER = new PhoneNumber("+4930123");
    private static final Set<NumberKind> BOTH = Set.of(DISPLAY, SOFTPHONE);
    private static final Caller ENFORCING = CALLER.with(NumberCheck.ENFORCE);
    private static final Caller WARNING = CALLER.with(NumberCheck.WARN);

    /** An empty database. */
    @Override
    protected abstract Engine engine() throws IOException;

    @Test
    void aNumberIsAllottedOnceAndChangesUnderItsVersion() {
        AllottedNumber first = new AllottedNumber(NUMBER, Set.of(DISPLAY), Set.of(), "Main", NOON, 1);
        assertThat(edit(new Create(Set.of(DISPLAY), "Main"))).isEqualTo(new EditNumber.Created(first));
        assertThat(edit(new Create(BOTH, ""))).isEqualTo(new EditNumber.AlreadyExists());
        assertThat(edit(new Put(Set.of(DISPLAY), "Main", Uses.UNKNOWN))).isEqualTo(new EditNumber.Updated(first));
        clock.move(Duration.ofSeconds(1));
        AllottedNumber second = new AllottedNumber(NUMBER, BOTH, Set.of(), "Main", NOON, 2);
        assertThat(edit(new Patch(new NumberPatch(Edit.assign(BOTH), Edit.keep()), Uses.UNKNOWN)))
                .isEqualTo(new EditNumber.Updated(second));
        assertThat(write(new EditNumber(CALLER, NUMBER, new Remove(Uses.KEPT), version(first))))
                .isEqualTo(new EditNumber.ConditionFailed(Optional.of(second)));
        assertThat(records().number(key(CALLER))).contains(second);
        assertThat(records().number(key(OTHER_TENANT))).isEmpty();
        reopen();
        assertThat(edit(new Remove(Uses.KEPT))).isEqualTo(new EditNumber.Removed());
        assertThat(edit(new Remove(Uses.KEPT))).isEqualTo(new EditNumber.UnknownNumber());
        assertThat(records().number(key(CALLER))).isEmpty();
    }

    @Test
    void anUpsertAllotsANumberOrChangesIt() {
        Upsert described = new Upsert(new NumberPatch(Edit.keep(), Edit.assign("Main")), Uses.UNKNOWN);
        Upsert ofDisplay = new Upsert(new NumberPatch(Edit.assign(Set.of(DISPLAY)), Edit.keep()), Uses.UNKNOWN);

        assertThat(edit(described)).isEqualTo(new EditNumber.KindsMissing());
        assertThat(edit(ofDisplay))
                .isEqualTo(new EditNumber.Created(new AllottedNumber(NUMBER, Set.of(DISPLAY), Set.of(), "", NOON, 1)));
        AllottedNumber second = new AllottedNumber(NUMBER, Set.of(DISPLAY), Set.of(), "Main", NOON, 2);
        assertThat(edit(described)).isEqualTo(new EditNumber.Updated(second));
        assertThat(edit(ofDisplay)).as("as it is").isEqualTo(new EditNumber.Updated(second));
        assertThat(records().number(key(CALLER))).contains(second);
    }

    @Test
    void nothingIsTakenBackUnlessItsUsesAreKnown() {
        allot(NUMBER, BOTH);
        AllottedNumber current = records().number(key(CALLER)).orElseThrow();
        for (Uses uses : List.of(Uses.UNKNOWN, Uses.NONE)) {
            assertThat(edit(new Remove(uses))).isEqualTo(new EditNumber.StillAllotted(current, BOTH));
            assertThat(edit(new Put(Set.of(DISPLAY), "", uses)))
                    .isEqualTo(new EditNumber.StillAllotted(current, Set.of(SOFTPHONE)));
        }
        EditNumber.Updated withdrawn = (EditNumber.Updated) edit(new Withdraw(Set.of(SOFTPHONE)));
        assertThat(withdrawn.number().withdrawn()).containsExactly(SOFTPHONE);
        assertThat(withdrawn.number().version()).isEqualTo(2);
        assertThat(edit(new Put(Set.of(DISPLAY), "", Uses.UNKNOWN))).isInstanceOf(EditNumber.StillAllotted.class);
        assertThat(edit(new Remove(Uses.NONE))).isInstanceOf(EditNumber.StillAllotted.class);
        assertThat(edit(new Put(Set.of(DISPLAY), "", Uses.NONE))).isInstanceOf(EditNumber.Updated.class);
        assertThat(records().number(key(CALLER)).orElseThrow())
                .isEqualTo(new AllottedNumber(NUMBER, Set.of(DISPLAY), Set.of(), "", NOON, 3));
    }

    @Test
    void assigningKindsAllotsThemAgain() {
        allot(NUMBER, BOTH);
        edit(new Withdraw(BOTH));
        assertThat(create(ENFORCING, display("+4930123"))).isInstanceOf(CreateSettings.NumberNotAllotted.class);
        edit(new Patch(new NumberPatch(Edit.keep(), Edit.assign("still withdrawn")), Uses.UNKNOWN));
        assertThat(create(ENFORCING, display("+4930123"))).isInstanceOf(CreateSettings.NumberNotAllotted.class);
        edit(new Patch(new NumberPatch(Edit.assign(BOTH), Edit.keep()), Uses.UNKNOWN));
        assertThat(create(ENFORCING, display("+4930123"))).isInstanceOf(CreateSettings.Created.class);
    }

    @Test
    void aRequestSentAgainUnderItsKeyAllotsNothingTwice() {
        Idempotency key = new Idempotency("key", "number digest");
        EditNumber request = new EditNumber(CALLER, NUMBER, new Create(BOTH, ""), Condition.NONE, key);
        assertThat(write(request)).isInstanceOf(EditNumber.Created.class);
        assertThat(write(request)).isEqualTo(new EditNumber.CreatedBefore());
        assertThat(write(new EditNumber(
                        CALLER, NUMBER, new Create(BOTH, "x"), Condition.NONE, new Idempotency("key", "other"))))
                .isEqualTo(new EditNumber.IdempotencyKeyReused());
        PhoneNumber second = new PhoneNumber("2");
        EditNumber refused =
                new EditNumber(CALLER, NUMBER, new Create(BOTH, ""), Condition.NONE, new Idempotency("again", "d"));
        assertThat(write(refused)).isEqualTo(new EditNumber.AlreadyExists());
        edit(new Remove(Uses.KEPT));
        assertThat(write(refused)).as("a refusal is not remembered").isInstanceOf(EditNumber.Created.class);
        allot(second, BOTH);
    }

    @Test
    void numbersAreListedInTheirOrderAndFound() {
        List<String> digits = List.of("#1", "*2", "+49", "0301", "0302", "10", "9");
        digits.forEach(each -> allot(new PhoneNumber(each), each.startsWith("030") ? Set.of(SOFTPHONE) : BOTH));
        write(new EditNumber(OTHER_TENANT, new PhoneNumber("5"), new Create(Set.of(DISPLAY), "Ost"), Condition.NONE));
        assertThat(listed(filter(Optional.empty(), Optional.empty()))).isEqualTo(digits);
        assertThat(listed(filter(Optional.of("03"), Optional.empty()))).containsExactly("0301", "0302");
        assertThat(listed(filter(Optional.of("OF 10"), Optional.empty()))).containsExactly("10");
        assertThat(listed(filter(Optional.empty(), Optional.of(DISPLAY))))
                .containsExactly("#1", "*2", "+49", "10", "9");
        assertThat(records().count(filter(Optional.empty(), Optional.of(SOFTPHONE))))
                .isEqualTo(7);
        assertThat(records().allotted(CALLER.tenantId(), numbers("9", "5", "0301", "9", "+49")))
                .extracting(number -> number.number().digits())
                .containsExactlyInAnyOrder("9", "0301", "+49");
        assertThat(records().allotted(CALLER.tenantId(), List.of())).isEmpty();
    }

    @Test
    void withoutACheckEveryNumberIsAcceptedAndNoAllottedNumberIsRead() {
        database().execute("ALTER TABLE allotted_number RENAME TO hidden_number");
        try {
            CreateSettings.Created created = (CreateSettings.Created) create(CALLER, display("1"));
            assertThat(created.notAllotted()).isEmpty();
            assertThat(write(new UpdateSettings(CALLER, created.id(), USER, display("2"))))
                    .isEqualTo(new UpdateSettings.Updated(created.id()));
            assertThat(edit(CALLER, new EditSettings.Put(display("3")))).isInstanceOf(EditSettings.Updated.class);
        } finally {
            database().execute("ALTER TABLE hidden_number RENAME TO allotted_number");
        }
        assertThat(create(WARNING, display("1"))).isEqualTo(new CreateSettings.AlreadyExists());
    }

    @Test
    void enforcedOnlyAllottedNumbersAreWrittenEachAsItsKind() {
        allot(NUMBER, Set.of(DISPLAY));
        allot(new PhoneNumber("2"), Set.of(SOFTPHONE));
        OutboundSettings wrong = new OutboundSettings(
                null, numbers("+4930123", "2", "3"), numbers("2", "+4930123"), NUMBER, new PhoneNumber("4"));
        assertThat(create(ENFORCING, wrong))
                .isEqualTo(new CreateSettings.NumberNotAllotted(List.of(
                        used(NumberField.DISPLAY_NUMBERS, 1, "2"),
                        used(NumberField.DISPLAY_NUMBERS, 2, "3"),
                        used(NumberField.SOFTPHONE_NUMBERS, 1, "+4930123"),
                        used(NumberField.DEFAULT_SOFTPHONE_NUMBER, 0, "4"))));
        assertThat(database().changeLog()).extracting(LoggedChange::action).doesNotContain("create");
        OutboundSettings right = new OutboundSettings(
                null, numbers("+4930123"), numbers("2", "2"), PhoneNumber.NONE, new PhoneNumber("2"));
        assertThat(create(ENFORCING, right)).isInstanceOf(CreateSettings.Created.class);
        assertThat(write(new CreateSettings(OTHER_TENANT.with(NumberCheck.ENFORCE), "no one", right, null)))
                .isInstanceOf(CreateSettings.NumberNotAllotted.class);
    }

    @Test
    void anUpdateAnswersForTheNumbersThatItSetsAndNoOthers() {
        allot(NUMBER, BOTH);
        long id = created(USER, display("1"));
        OutboundSettings softphone = new OutboundSettings(null, null, List.of(NUMBER), null, null);
        assertThat(write(new UpdateSettings(ENFORCING, id, USER, softphone))).isEqualTo(new UpdateSettings.Updated(id));
        assertThat(write(new UpdateSettings(ENFORCING, id, USER, display("5", "1"))))
                .isEqualTo(new UpdateSettings.NumberNotAllotted(List.of(used(NumberField.DISPLAY_NUMBERS, 0, "5"))));
        assertThat(write(new UpdateSettings(ENFORCING, id, USER, display("+4930123", "1"))))
                .as("a number that the settings have already")
                .isEqualTo(new UpdateSettings.Updated(id));
        OutboundSettings byDefault = new OutboundSettings(null, null, null, new PhoneNumber("1"), null);
        assertThat(write(new UpdateSettings(ENFORCING, id, USER, byDefault)))
                .as("a number that they have in another field")
                .isInstanceOf(UpdateSettings.NumberNotAllotted.class);
        SettingsPatch patch =
                new SettingsPatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.assign(NUMBER), Edit.keep());
        assertThat(edit(ENFORCING, new EditSettings.Patch(patch))).isInstanceOf(EditSettings.Updated.class);
        OutboundSettings present = settings(USER).outbound();
        assertThat(edit(ENFORCING, new EditSettings.Put(present))).isInstanceOf(EditSettings.Updated.class);
        assertThat(edit(ENFORCING, new EditSettings.Put(display("1", "5"))))
                .isEqualTo(new EditSettings.NumberNotAllotted(List.of(used(NumberField.DISPLAY_NUMBERS, 1, "5"))));
        assertThat(edit(ENFORCING, new EditSettings.Put(display("1")))).isInstanceOf(EditSettings.Updated.class);
        assertThat(edit(ENFORCING, new EditSettings.Put(present)))
                .as("it still has the other numbers")
                .isInstanceOf(EditSettings.Updated.class);
    }

    @Test
    void warnedOfTheWriteSucceeds() {
        List<UsedNumber> warned = List.of(used(NumberField.DISPLAY_NUMBERS, 0, "1"));
        CreateSettings.Created created = (CreateSettings.Created) create(WARNING, display("1"));
        assertThat(created.notAllotted()).isEqualTo(warned);
        assertThat(write(new UpdateSettings(WARNING, created.id(), USER, display("2", "1"))))
                .isEqualTo(
                        new UpdateSettings.Updated(created.id(), List.of(used(NumberField.DISPLAY_NUMBERS, 0, "2"))));
        assertThat(((EditSettings.Updated) edit(WARNING, new EditSettings.Put(display("3")))).notAllotted())
                .containsExactly(used(NumberField.DISPLAY_NUMBERS, 0, "3"));
        assertThat(((EditSettings.Updated) edit(WARNING, new EditSettings.Put(display("3")))).notAllotted())
                .isEmpty();
    }

    @Test
    void aRefusedCreateIsExecutedAgainUnderItsKey() {
        CreateSettings create = new CreateSettings(ENFORCING, USER, display("7"), new Idempotency("k", "d"));
        assertThat(write(create)).isInstanceOf(CreateSettings.NumberNotAllotted.class);
        allot(new PhoneNumber("7"), BOTH);
        assertThat(write(create)).isInstanceOf(CreateSettings.Created.class);
    }

    @Test
    void aNumberIsTakenOutOfSettingsAsOneKind() {
        created(
                USER,
                new OutboundSettings(
                        null, numbers("1", "2", "1"), numbers("1"), new PhoneNumber("1"), new PhoneNumber("1")));
        edit(CALLER, new EditSettings.ClearNumber(new PhoneNumber("1"), Set.of(DISPLAY)));
        assertThat(settings(USER).outbound())
                .isEqualTo(new OutboundSettings(null, numbers("2"), numbers("1"), null, new PhoneNumber("1")));
        edit(CALLER, new EditSettings.ClearNumber(new PhoneNumber("1"), Set.of(SOFTPHONE)));
        assertThat(settings(USER).outbound())
                .isEqualTo(new OutboundSettings(null, numbers("2"), List.of(), null, null));
        assertThat(settings(USER).version()).isEqualTo(3);
        edit(CALLER, new EditSettings.ClearNumber(new PhoneNumber("1"), BOTH));
        assertThat(settings(USER).version()).isEqualTo(3);
    }

    @Test
    void commandsOfOneBatchSeeEachOther() {
        List<CompletableFuture<?>> outcomes = List.of(
                store().write(new EditNumber(CALLER, NUMBER, new Create(BOTH, ""), Condition.NONE))
                        .toCompletableFuture(),
                store().write(new EditNumber(CALLER, NUMBER, new Withdraw(BOTH), Condition.NONE))
                        .toCompletableFuture(),
                store().write(new EditNumber(CALLER, NUMBER, new Remove(Uses.NONE), Condition.NONE))
                        .toCompletableFuture(),
                store().write(new EditNumber(CALLER, NUMBER, new Create(BOTH, "again"), Condition.NONE))
                        .toCompletableFuture());
        assertThat(outcomes.stream().map(CompletableFuture::join))
                .hasExactlyElementsOfTypes(
                        EditNumber.Created.class,
                        EditNumber.Updated.class,
                        EditNumber.Removed.class,
                        EditNumber.Created.class);
        assertThat(records().number(key(CALLER)).orElseThrow().description()).isEqualTo("again");
    }

    private EditNumber.Outcome edit(EditNumber.Edit edit) {
        return write(new EditNumber(CALLER, NUMBER, edit, Condition.NONE));
    }

    private EditSettings.Outcome edit(Caller caller, EditSettings.Edit edit) {
        return write(new EditSettings(caller, USER, edit, Condition.NONE));
    }

    private void allot(PhoneNumber number, Set<NumberKind> kinds) {
        String description = number.equals(NUMBER) ? "" : "of " + number;
        assertThat(write(new EditNumber(CALLER, number, new Create(kinds, description), Condition.NONE)))
                .isInstanceOf(EditNumber.Created.class);
    }

    private CreateSettings.Outcome create(Caller caller, OutboundSettings outbound) {
        return write(new CreateSettings(caller, USER, outbound, null));
    }

    private static OutboundSettings display(String... digits) {
        return new OutboundSettings(null, numbers(digits), null, null, null);
    }

    private static UsedNumber used(NumberField field, int index, String digits) {
        return new UsedNumber(field, index, new PhoneNumber(digits));
    }

    private static NumberKey key(Caller caller) {
        return new NumberKey(caller.tenantId(), NUMBER);
    }

    private static Condition version(AllottedNumber number) {
        return new Condition.Version(Set.of(number.tag()));
    }

    private static NumberFilter filter(Optional<String> text, Optional<NumberKind> kind) {
        return new NumberFilter(CALLER.tenantId(), text, kind);
    }

    private List<String> listed(NumberFilter filter) {
        return put(page -> records().numbers(filter, page, pageSize())).stream()
                .map(number -> number.number().digits())
                .toList();
    }
}
