package agentsettings.client.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.client.http.Attempt;
import agentsettings.client.http.Attempt.Executed;
import agentsettings.client.http.HttpReply;
import agentsettings.client.http.Redaction;
import agentsettings.client.vendor.Outcome.Found;
import agentsettings.core.apps.Caller;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.rules.SettingsRules;
import agentsettings.core.rules.UserRules;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import agentsettings.wire.SettingsReader;
import agentsettings.wire.SettingsResponses;
import agentsettings.wire.UserReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** The service understands every request of the client, and the client every response of the service, or none at all. */
@PropertyDefaults(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
class CodecsTest {

    private static final Caller CALLER = Caller.ofApp("202205116084", "app");
    private static final Redaction NOTHING_SECRET = new Redaction(List.of());

    @Property(seed = "1")
    void theServiceReadsWhatTheClientWrites(
            @ForAll("settings") OutboundSettings settings, @ForAll @LongRange(min = 1) long id) {
        var create = SettingsRules.create(CALLER, SettingsReader.create(SettingsCodec.create("ü1", settings)), null);
        assertThat(create.userId()).isEqualTo("ü1");
        assertThat(create.outbound()).isEqualTo(settings);

        UpdateSettings update =
                SettingsRules.update(CALLER, SettingsReader.update(SettingsCodec.update(id, "user", settings)));
        assertThat(update).isEqualTo(new UpdateSettings(CALLER, id, "user", settings));
    }

    @Property(seed = "2")
    void theClientReadsWhatTheServiceWrites(
            @ForAll("settings") OutboundSettings settings, @ForAll @LongRange(min = 1) long id) {
        Instant createdAt = Instant.ofEpochMilli(1_767_225_600_000L + id % 1_000_000);
        byte[] body = SettingsResponses.found(
                        new FindSettings("202205116084", "user"),
                        new FindSettings.Found(new AgentSettings(id, "other", "account", settings, 3, createdAt)))
                .body();
        assertThat(FoundDecoder.decode(body))
                .isEqualTo(
                        new Found(id, "user", Optional.of("account"), withoutNone(settings), Optional.of(createdAt)));
    }

    /** The response omits a default that was taken away. */
    private static OutboundSettings withoutNone(OutboundSettings settings) {
        return new OutboundSettings(
                settings.callType(),
                settings.displayNumbers(),
                settings.softphoneNumbers(),
                nullIfNone(settings.defaultDisplayNumber()),
                nullIfNone(settings.defaultSoftphoneNumber()));
    }

    private static PhoneNumber nullIfNone(PhoneNumber number) {
        return number == null || number.isNone() ? null : number;
    }

    @Property(seed = "3")
    void theServiceReadsTheUsersThatTheClientWrites(@ForAll("users") UserProfile user) {
        assertThat(UserRules.add(CALLER, UserReader.read(UserCodec.add(user))).profile())
                .isEqualTo(user);
    }

    @Property(seed = "4", tries = 20_000)
    void anyResponseIsReadWithoutAFailure(@ForAll Random random) {
        byte[] body = damaged(random);
        HttpReply reply = new HttpReply(random.nextInt(200, 600), Optional.empty(), Optional.empty(), body);
        for (VendorOperation<?> operation : List.of(
                SettingsCodec.CREATE,
                SettingsCodec.UPDATE,
                SettingsCodec.QUERY,
                SettingsCodec.DELETE,
                UserCodec.ADD,
                TokenCodec.FETCH)) {
            Attempt<?> attempt = new ReplyReader<>(operation, NOTHING_SECRET).read(reply);
            if (attempt instanceof Executed<?>(Object outcome)) {
                assertThat(outcome).isNotNull();
            }
        }
    }

    /** A good response with some bytes changed. */
    private static byte[] damaged(Random random) {
        byte[] body = List.of(
                        "{\"returnCode\":\"0\",\"id\":\"17\",\"userId\":\"u\",\"callType\":\"1\",\"callNumber\":[\"1\"]}",
                        "{\"returnCode\":\"5002\",\"returnDesc\":\"ü\"}",
                        "{\"message\":\"\",\"retcode\":\"0\",\"result\":{\"userId\":\"5\"}}",
                        "{\"AccessToken\":\"abc\",\"Expires\":\"600\"}")
                .get(random.nextInt(4))
                .getBytes(UTF_8);
        for (int i = random.nextInt(4); i > 0; i--) {
            body[random.nextInt(body.length)] =
                    (byte) "\"{}[]:,0123456789nulx\\ \u0000\u00ff".charAt(random.nextInt(25));
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
    }

    @Provide
    Arbitrary<OutboundSettings> settings() {
        Arbitrary<PhoneNumber> number = Arbitraries.strings()
                .withChars("0123456789*#")
                .ofMinLength(1)
                .ofMaxLength(14)
                .flatMap(digits -> Arbitraries.of("", "+").map(plus -> new PhoneNumber(plus + digits)));
        Arbitrary<List<PhoneNumber>> numbers = number.list().ofMaxSize(5).injectNull(0.2);
        Arbitrary<PhoneNumber> defaultNumber =
                Arbitraries.oneOf(number, Arbitraries.just(PhoneNumber.NONE)).injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(CallType.class).injectNull(0.2), numbers, numbers, defaultNumber, defaultNumber)
                .as(OutboundSettings::new);
    }

    @Provide
    Arbitrary<UserProfile> users() {
        Arbitrary<String> text =
                Arbitraries.strings().withChars("aZ 0ü\"\\{}@").ofMinLength(1).ofMaxLength(32);
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(3).ofMaxLength(64),
                        text,
                        text.injectNull(0.2),
                        text.injectNull(0.2),
                        text.injectNull(0.2),
                        Arbitraries.of(UserStatus.class))
                .as(UserProfile::new);
    }
}
