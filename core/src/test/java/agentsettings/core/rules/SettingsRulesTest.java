package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.requests.Idempotency;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Property: the rules agree with an independent model for any draft and do not change valid text. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // the generated texts are edge cases enough
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class SettingsRulesTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");

    @Property(seed = "1307145259662215169", tries = 20_000)
    void aCreateIsRejectedForTheFirstRuleItBreaks(@ForAll("drafts") SettingsDraft draft) {
        Optional<Broken> expected = PlainSettingsRules.create(draft);

        assertThat(Broken.byProduct(() -> SettingsRules.create(CALLER, draft, null)))
                .isEqualTo(expected);
        requireBothOutcomes(expected);
    }

    @Property(seed = "1307145259662215170", tries = 20_000)
    void anUpdateIsRejectedForTheFirstRuleItBreaks(@ForAll("drafts") SettingsDraft draft) {
        Optional<Broken> expected = PlainSettingsRules.update(draft);

        assertThat(Broken.byProduct(() -> SettingsRules.update(CALLER, draft))).isEqualTo(expected);
        requireBothOutcomes(expected);
    }

    @Property(seed = "1307145259662215171", tries = 5_000)
    void aQueryAndADeleteCheckOnlyTheUser(@ForAll("drafts") SettingsDraft draft) {
        Optional<Broken> expected = PlainSettingsRules.user(draft.userId());

        assertThat(Broken.byProduct(() -> SettingsRules.find(CALLER, draft))).isEqualTo(expected);
        assertThat(Broken.byProduct(() -> SettingsRules.delete(CALLER, draft))).isEqualTo(expected);
        requireBothOutcomes(expected);
    }

    @Property(seed = "1307145259662215172", tries = 5_000)
    void validTextIsNotChanged(@ForAll("drafts") SettingsDraft draft) {
        if (PlainSettingsRules.update(draft).isPresent()) {
            return;
        }
        Idempotency idempotency = new Idempotency("key", "digest");
        CreateSettings create = SettingsRules.create(CALLER, draft, idempotency);
        UpdateSettings update = SettingsRules.update(CALLER, draft);

        assertThat(create.caller()).isEqualTo(CALLER);
        assertThat(create.idempotency()).isEqualTo(idempotency);
        assertThat(update.caller()).isEqualTo(CALLER);
        assertThat(update.changes()).isEqualTo(create.outbound());
        assertThat(draftOf(update)).isEqualTo(draft);
    }

    @Provide
    Arbitrary<SettingsDraft> drafts() {
        Arbitrary<String> numbers = Texts.around(15, "0123456789*#");
        Arbitrary<String> withPlus =
                Arbitraries.frequencyOf(Tuple.of(19, numbers), Tuple.of(1, numbers.map(text -> "+" + text)));
        Arbitrary<List<String>> lists = withPlus.list().ofMaxSize(3);
        Arbitrary<List<String>> longLists = numbers.list().ofMinSize(4).ofMaxSize(7);
        Arbitrary<List<String>> anyLists = Arbitraries.frequencyOf(Tuple.of(19, lists), Tuple.of(1, longLists));
        return Combinators.combine(
                        Texts.around(19, "123456789").injectNull(0.05),
                        Texts.around(64, "abcXYZ0189_é中😀").injectNull(0.05),
                        Arbitraries.of("0", "1", "2", "0", "1", "2", "", "3", "01", "0 ")
                                .injectNull(0.2),
                        anyLists.injectNull(0.2),
                        anyLists.injectNull(0.2),
                        withPlus.injectNull(0.2),
                        withPlus.injectNull(0.2))
                .as(SettingsDraft::new);
    }

    private static void requireBothOutcomes(Optional<Broken> expected) {
        Statistics.label("refused").collect(expected.isPresent()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    private static SettingsDraft draftOf(UpdateSettings update) {
        OutboundSettings changes = update.changes();
        return new SettingsDraft(
                Long.toString(update.id()),
                update.userId(),
                changes.callType() == null ? null : changes.callType().code(),
                texts(changes.displayNumbers()),
                texts(changes.softphoneNumbers()),
                text(changes.defaultDisplayNumber()),
                text(changes.defaultSoftphoneNumber()));
    }

    private static List<String> texts(List<PhoneNumber> numbers) {
        return numbers == null
                ? null
                : numbers.stream().map(PhoneNumber::digits).toList();
    }

    private static String text(PhoneNumber number) {
        return number == null ? null : number.digits();
    }
}
