package agentsettings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.FindSettings;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Property: the response to a query has the settings, in the vendor's order of keys, for any settings. */
class QueryResponseTest {

    @Property(seed = "1", tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void theResponseHasTheSettings(@ForAll("settings") AgentSettings settings, @ForAll("users") String asked) {
        Response response =
                SettingsResponses.found(new FindSettings("202205116084", asked), new FindSettings.Found(settings));

        assertThat(response.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(PlainJson.read(response).entrySet())
                .containsExactlyElementsOf(expected(settings, asked).entrySet());
    }

    @Provide
    Arbitrary<AgentSettings> settings() {
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(1_500_000_000_000L, 3_000_000_000_000L)
                .filter(millis -> millis % 1000 != 0)
                .map(Instant::ofEpochMilli);
        return Combinators.combine(
                        Arbitraries.longs().between(1, Long.MAX_VALUE),
                        users(),
                        Arbitraries.strings()
                                .withChars("0189azAZ_-@.")
                                .ofMinLength(3)
                                .ofMaxLength(64),
                        outbound(),
                        times)
                .as((id, user, account, outbound, at) -> new AgentSettings(id, user, account, outbound, 1, at));
    }

    @Provide
    Arbitrary<String> users() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("éß中\uFFFD")
                .ofMinLength(1)
                .ofMaxLength(60)
                .flatMap(text -> Arbitraries.of(text, text + "😀", "😀" + text, text));
    }

    private static Arbitrary<OutboundSettings> outbound() {
        Arbitrary<PhoneNumber> numbers = Arbitraries.strings()
                .withChars("0123456789*#")
                .ofMinLength(1)
                .ofMaxLength(14)
                .flatMap(digits -> Arbitraries.of(digits, "+" + digits))
                .map(PhoneNumber::new);
        Arbitrary<PhoneNumber> defaults =
                Arbitraries.oneOf(numbers, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.2);
        Arbitrary<List<PhoneNumber>> lists = numbers.list().ofMaxSize(5).injectNull(0.2);
        return Combinators.combine(Arbitraries.of(CallType.class).injectNull(0.2), lists, lists, defaults, defaults)
                .as(OutboundSettings::new);
    }

    private static Map<String, Object> expected(AgentSettings settings, String asked) {
        OutboundSettings outbound = settings.outbound();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("returnCode", "0");
        keys.put("callNumber", texts(outbound.softphoneNumbers()));
        keys.put("callerPresent", texts(outbound.displayNumbers()));
        keys.put("callNumberDefault", text(outbound.defaultSoftphoneNumber()));
        keys.put("agentName", settings.account());
        keys.put("id", Long.toString(settings.id()));
        keys.put("userId", asked);
        keys.put("callerPresentDefault", text(outbound.defaultDisplayNumber()));
        keys.put("returnDesc", "query success");
        keys.put(
                "callType",
                outbound.callType() == null ? null : outbound.callType().code());
        keys.put("createTime", settings.createdAt().toString());
        keys.put("tenantId", "202205116084");
        keys.values().removeIf(value -> value == null);
        return keys;
    }

    private static List<String> texts(List<PhoneNumber> numbers) {
        return numbers == null
                ? null
                : numbers.stream().map(PhoneNumber::digits).toList();
    }

    private static String text(PhoneNumber number) {
        return number == null || number.digits().isEmpty() ? null : number.digits();
    }
}
