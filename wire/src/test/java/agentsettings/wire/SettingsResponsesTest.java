package agentsettings.wire;

import static agentsettings.wire.Bodies.text;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.commands.CreateSettings;
import agentsettings.core.commands.DeleteSettings;
import agentsettings.core.commands.FindSettings;
import agentsettings.core.commands.UpdateSettings;
import agentsettings.core.numbers.NumberField;
import agentsettings.core.numbers.UsedNumber;
import agentsettings.core.settings.AgentSettings;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The responses of the four operations: for success byte for byte the vendor's, for errors our own codes.
 */
class SettingsResponsesTest {

    private static final long ID = 1_307_145_259_662_215_169L;
    private static final FindSettings QUESTION = new FindSettings("202205116084", "10gg000000y6OOrNaUFs");

    private static final OutboundSettings NOTHING = new OutboundSettings(null, null, null, null, null);

    @Test
    void theVendorsResponseToACreate() {
        Response response = SettingsResponses.created(new CreateSettings.Created(ID));

        assertThat(response.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(text(response))
                .isEqualTo("{\"returnCode\":\"0\",\"returnDesc\":\"The AgentSettings created successfully.\","
                        + "\"id\":\"1307145259662215169\"}");
    }

    @Test
    void theVendorsResponseToAnUpdate() {
        Response response = SettingsResponses.updated(new UpdateSettings.Updated(ID));

        assertThat(response.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(text(response))
                .isEqualTo("{\"returnCode\":\"0\",\"returnDesc\":\"update success.\",\"id\":\"1307145259662215169\"}");
    }

    @Test
    void aNumberThatIsNotAllottedIsNamedByItsPlace() {
        List<UsedNumber> numbers = List.of(
                new UsedNumber(NumberField.SOFTPHONE_NUMBERS, 1, new PhoneNumber("77")),
                new UsedNumber(NumberField.DEFAULT_DISPLAY_NUMBER, 0, new PhoneNumber("78")));
        Response first = SettingsResponses.created(new CreateSettings.NumberNotAllotted(numbers));
        assertThat(first.code()).isEqualTo(ReturnCode.NUMBER_NOT_ALLOTTED);
        assertThat(text(first))
                .isEqualTo(
                        "{\"returnCode\":\"5005\",\"returnDesc\":\"callNumber[1]: must be a number that is allotted to"
                                + " the tenant space.\"}");
        Response last = SettingsResponses.updated(new UpdateSettings.NumberNotAllotted(numbers.subList(1, 2)));
        assertThat(text(last)).contains("\"callerPresentDefault: must be a number that is allotted");
    }

    @Test
    void theVendorsResponseToADelete() {
        Response response = SettingsResponses.deleted(new DeleteSettings.Deleted());

        assertThat(response.code()).isEqualTo(ReturnCode.SUCCESS);
        assertThat(text(response))
                .isEqualTo("{\"returnCode\":\"0\",\"returnDesc\":\"The AgentSettings delete successfully.\"}");
    }

    @Test
    void theVendorsResponseToAQueryWithTimeAndTenant() {
        OutboundSettings outbound = new OutboundSettings(
                CallType.BIDIRECTIONAL,
                numbers("12323"),
                numbers("12323", "232343", "233", "239343"),
                new PhoneNumber("1212121212"),
                new PhoneNumber("23232323"));

        assertThat(text(SettingsResponses.found(QUESTION, found(outbound))))
                .isEqualTo("{\"returnCode\":\"0\",\"callNumber\":[\"12323\",\"232343\",\"233\",\"239343\"],"
                        + "\"callerPresent\":[\"12323\"],\"callNumberDefault\":\"23232323\",\"agentName\":\"y111\","
                        + "\"id\":\"1307145259662215169\",\"userId\":\"10gg000000y6OOrNaUFs\","
                        + "\"callerPresentDefault\":\"1212121212\",\"returnDesc\":\"query success\",\"callType\":\"1\","
                        + "\"createTime\":\"2026-11-23T01:02:03.456Z\",\"tenantId\":\"202205116084\"}");
    }

    @Test
    void unsetFieldsAreOmitted() {
        assertThat(text(SettingsResponses.found(QUESTION, found(NOTHING))))
                .isEqualTo("{\"returnCode\":\"0\",\"agentName\":\"y111\",\"id\":\"1307145259662215169\","
                        + "\"userId\":\"10gg000000y6OOrNaUFs\",\"returnDesc\":\"query success\","
                        + "\"createTime\":\"2026-11-23T01:02:03.456Z\",\"tenantId\":\"202205116084\"}");
    }

    @Test
    void anEmptyListIsReturnedAndAnEmptyDefaultOmitted() {
        OutboundSettings outbound =
                new OutboundSettings(null, List.of(), List.of(), PhoneNumber.NONE, PhoneNumber.NONE);

        assertThat(text(SettingsResponses.found(QUESTION, found(outbound))))
                .contains("\"callNumber\":[],\"callerPresent\":[],\"agentName\"")
                .doesNotContain("Default");
    }

    @Test
    void theTimeOfCreationAlwaysHasMilliseconds() {
        for (String time :
                new String[] {"2026-11-23T01:02:03.000Z", "2026-11-23T01:02:00.100Z", "2026-11-23T00:00:00.009Z"}) {
            AgentSettings settings = new AgentSettings(ID, "u", "y111", NOTHING, 1, Instant.parse(time));

            assertThat(text(SettingsResponses.found(QUESTION, new FindSettings.Found(settings))))
                    .contains("\"createTime\":\"" + time + "\"");
        }
    }

    @Test
    void theResponseHasTheUserIdOfTheQuery() {
        FindSettings bySumUserId = new FindSettings("202205116084", "1652268429538866153");

        assertThat(text(SettingsResponses.found(bySumUserId, found(NOTHING))))
                .contains("\"userId\":\"1652268429538866153\"");
    }

    @Test
    void anUnknownUserIsTheSameErrorInEveryOperation() {
        assertThat(Stream.of(
                        SettingsResponses.created(new CreateSettings.UnknownUser()),
                        SettingsResponses.updated(new UpdateSettings.UnknownUser()),
                        SettingsResponses.deleted(new DeleteSettings.UnknownUser()),
                        SettingsResponses.found(QUESTION, new FindSettings.UnknownUser())))
                .allSatisfy(response -> requireFailure(response, "5001", 500, "userId"));
    }

    @Test
    void aUserWithoutSettingsIsTheSameErrorInEveryOperation() {
        assertThat(Stream.of(
                        SettingsResponses.updated(new UpdateSettings.NoSettings()),
                        SettingsResponses.deleted(new DeleteSettings.NoSettings()),
                        SettingsResponses.found(QUESTION, new FindSettings.NoSettings())))
                .allSatisfy(response -> requireFailure(response, "5003", 500, "userId"));
    }

    @Test
    void theOtherErrorsHaveTheFieldName() {
        requireFailure(SettingsResponses.created(new CreateSettings.AlreadyExists()), "5002", 500, "userId");
        requireFailure(SettingsResponses.updated(new UpdateSettings.IdMismatch()), "5004", 500, "id");
        requireFailure(
                SettingsResponses.created(new CreateSettings.IdempotencyKeyReused()), "1005", 400, "Idempotency-Key");
    }

    private static void requireFailure(Response response, String code, int status, String field) {
        assertThat(response.code().code()).isEqualTo(code);
        assertThat(response.code().status()).isEqualTo(status);
        assertThat(text(response)).startsWith("{\"returnCode\":\"" + code + "\",\"returnDesc\":\"" + field + ": ");
        assertThat(PlainJson.read(response)).containsOnlyKeys("returnCode", "returnDesc");
    }

    private static FindSettings.Found found(OutboundSettings outbound) {
        Instant createdAt = Instant.parse("2026-11-23T01:02:03.456Z");
        return new FindSettings.Found(new AgentSettings(ID, "10gg000000y6OOrNaUFs", "y111", outbound, 1, createdAt));
    }

    private static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }
}
