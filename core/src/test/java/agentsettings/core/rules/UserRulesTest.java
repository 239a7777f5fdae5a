package agentsettings.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/**
 * Property: the rules agree with an independent model for any user draft and do not change valid text.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE) // the generated texts are edge cases enough
@StatisticsReport(StatisticsReportMode.OFF)
class UserRulesTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");
    private static final String LINE = "[^\\s\\p{Z}\\p{C}]| ";
    private static final String LINES = LINE + "|[\\t\\r\\n]";

    @Property(seed = "1660270845627002401", tries = 20_000)
    void aUserIsRejectedForTheFirstRuleItBreaks(@ForAll("drafts") UserDraft draft) {
        Optional<Broken> expected = firstBroken(draft);

        assertThat(Broken.byProduct(() -> UserRules.add(CALLER, draft))).isEqualTo(expected);
        Statistics.label("refused").collect(expected.isPresent()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    @Property(seed = "1660270845627002402", tries = 5_000)
    void validTextIsNotChanged(@ForAll("drafts") UserDraft draft) {
        if (firstBroken(draft).isPresent()) {
            return;
        }
        AddUser command = UserRules.add(CALLER, draft);
        UserProfile profile = command.profile();
        String status = draft.status() == null ? UserStatus.ACTIVE.code() : draft.status();

        assertThat(command.caller()).isEqualTo(CALLER);
        assertThat(command.userId()).as("an id of our choice").isNull();
        assertThat(command.sumUserId()).as("an id of our choice").isNull();
        assertThat(new UserDraft(
                        profile.account(),
                        profile.name(),
                        profile.phone(),
                        profile.email(),
                        profile.description(),
                        profile.status().code()))
                .isEqualTo(new UserDraft(
                        draft.account(), draft.name(), draft.phone(), draft.email(), draft.description(), status));
    }

    @Property(seed = "1660270845627002403", tries = 5_000)
    void assignedIdsAreCheckedBeforeTheDraft(
            @ForAll("ids") String userId, @ForAll("ids") String sumUserId, @ForAll("drafts") UserDraft draft) {
        Optional<Broken> expected = first(Stream.of(
                PlainSettingsRules.user(userId),
                sumUserId == null ? Optional.empty() : id(Field.SUM_USER_ID, sumUserId),
                firstBroken(draft)));

        assertThat(Broken.byProduct(() -> UserRules.add(CALLER, userId, sumUserId, draft)))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> ids() {
        return Texts.around(64, "abcXYZ0189_é中😀").injectNull(0.1);
    }

    @Provide
    Arbitrary<UserDraft> drafts() {
        return Combinators.combine(
                        Texts.around(64, "abcXYZ0189_-@.").injectNull(0.05),
                        Texts.around(64, "Ann Özil 中😀").injectNull(0.05),
                        Texts.around(32, "0123456789+ ()-").injectNull(0.3),
                        Texts.around(64, "abc.@example-0").injectNull(0.3),
                        Texts.around(540, "Any text, 中😀\n\r\t").injectNull(0.3),
                        Arbitraries.of("0", "1", "2", "0", "1", "2", "", "3", "-1")
                                .injectNull(0.2))
                .as(UserDraft::new);
    }

    /** The rules in their order, as regular expressions. */
    private static Optional<Broken> firstBroken(UserDraft draft) {
        return first(Stream.of(
                required(Field.ACCOUNT, draft.account(), 3, "[0-9A-Za-z_@.-]"),
                required(Field.USER_NAME, draft.name(), 1, LINE),
                optional(Field.PHONE, draft.phone(), 32, LINE),
                optional(Field.EMAIL, draft.email(), 64, LINE),
                optional(Field.DESCRIPTION, draft.description(), 540, LINES),
                draft.status() == null || draft.status().matches("[012]")
                        ? Optional.empty()
                        : Broken.whole(Field.STATUS, Rule.OneOf.class)));
    }

    private static Optional<Broken> required(Field field, String text, int min, String character) {
        return text == null ? Broken.whole(field, Rule.Required.class) : Broken.byText(field, text, min, 64, character);
    }

    private static Optional<Broken> optional(Field field, String text, int max, String character) {
        return text == null ? Optional.empty() : Broken.byText(field, text, 0, max, character);
    }

    private static Optional<Broken> id(Field field, String text) {
        return Broken.byText(field, text, 1, 64, PlainSettingsRules.PRINTABLE);
    }

    private static Optional<Broken> first(Stream<Optional<Broken>> inOrder) {
        return inOrder.flatMap(Optional::stream).findFirst();
    }
}
