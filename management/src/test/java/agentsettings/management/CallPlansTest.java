package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What calls would do, as the service tells it. */
@ParameterizedClass
@EnumSource(Engine.class)
final class CallPlansTest {

    private final Engine engine;
    private ApiClient admin;
    private String tenant;

    CallPlansTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        admin = engine.admin();
        tenant = "/tenants/" + Engine.newTenant(admin);
        setTenant("{\"region\":\"DE\",\"accessCode\":\"+4930999999\"}");
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    private void setTenant(String patch) {
        assertThat(admin.patch(tenant, patch).status()).isEqualTo(200);
    }

    private void addUser(String userId, String settings) {
        String body = "{\"userId\":\"" + userId + "\",\"account\":\"of-" + userId + "\",\"name\":\"Ann\"}";
        assertThat(admin.post(tenant + "/users", body).status()).isEqualTo(201);
        if (settings != null) {
            assertThat(admin.put(tenant + "/users/" + userId + "/settings", settings)
                            .status())
                    .isEqualTo(201);
        }
    }

    private Checked plan(String userIds, String more) {
        return admin.post(tenant + "/call-plans", "{\"userIds\":" + userIds + more + "}");
    }

    private JsonNode planOf(String userId) {
        Checked planned = plan("[\"" + userId + "\"]", "");
        assertThat(planned.status()).as(planned.text()).isEqualTo(200);
        return planned.json().path("items").path(0);
    }

    private static List<String> verdicts(JsonNode candidates) {
        return candidates
                .valueStream()
                .map(candidate -> candidate.path("number").asString() + " "
                        + candidate.path("verdict").asString())
                .toList();
    }

    private static List<String> codes(JsonNode plan) {
        return plan.path("obstacles")
                .valueStream()
                .map(obstacle -> obstacle.path("code").asString())
                .toList();
    }

    @Test
    void settingsCanBeTriedBeforeTheyAreStored() {
        addUser("u1", "{\"callType\":\"direct\",\"displayNumbers\":[\"+4930123456\"]}");
        admin.post(tenant + "/numbers", "{\"number\":\"+4930777777\",\"kinds\":[\"display\"]}");
        setTenant("{\"numberCheck\":\"enforce\"}");
        String tried = ",\"settings\":{\"callType\":\"bidirectional\","
                + "\"displayNumbers\":[\"+4930888888\",\"+4930777777\"],\"softphoneNumbers\":null}";

        JsonNode plan = plan("[\"u1\"]", tried).json().path("items").path(0);

        assertThat(verdicts(plan.path("displayCandidates")))
                .containsExactly("+4930888888 notAllotted", "+4930777777 taken", "+4930999999 fallback");
        assertThat(codes(plan)).containsExactly("noSoftphoneNumber");
        assertThat(planOf("u1").path("callType").asString()).isEqualTo("direct");
        assertThat(plan("[\"u1\",\"u2\"]", tried).errors())
                .containsExactly("/settings can be tried with one user only.");
        assertThat(plan("[\"u1\"]", ",\"settings\":{\"displayNumbers\":[\"1\",\"x\"]}")
                        .errors())
                .singleElement()
                .asString()
                .startsWith("/settings/displayNumbers/1 ");
    }

    @Test
    void aPlanTellsTheSoftphoneTheNumberToPresentAndWhy() {
        addUser("u1", """
                {"callType": "bidirectional", "defaultSoftphoneNumber": "500", "softphoneNumbers": ["501"],
                 "defaultDisplayNumber": "12", "displayNumbers": ["030123456", "+4930123456"]}""");
        assertThat(plan("[\"u1\"]", ",\"calledNumber\":\"00442079460018\"").text())
                .isEqualTo("{\"items\":[{\"userId\":\"u1\",\"status\":\"active\",\"callType\":\"bidirectional\","
                        + "\"wouldFail\":false,\"obstacles\":[],"
                        + "\"calledNumber\":{\"number\":\"00442079460018\",\"kind\":\"public\",\"e164\":\"+442079460018\"},"
                        + "\"ringsAgentFirst\":true,\"softphoneNumber\":\"500\",\"displayNumber\":\"030123456\","
                        + "\"softphoneCandidates\":["
                        + "{\"number\":\"500\",\"kind\":\"internal\",\"e164\":null,\"source\":\"default\","
                        + "\"verdict\":\"taken\",\"reason\":\"It is the first that can be used.\"},"
                        + "{\"number\":\"501\",\"kind\":\"internal\",\"e164\":null,\"source\":\"list\","
                        + "\"verdict\":\"fallback\",\"reason\":\"It could be used, but one before it is taken.\"}],"
                        + "\"displayCandidates\":["
                        + "{\"number\":\"12\",\"kind\":\"internal\",\"e164\":null,\"source\":\"default\","
                        + "\"verdict\":\"notPresentable\","
                        + "\"reason\":\"It is no number of the region's network, and only those are presented.\"},"
                        + "{\"number\":\"030123456\",\"kind\":\"public\",\"e164\":\"+4930123456\",\"source\":\"list\","
                        + "\"verdict\":\"taken\",\"reason\":\"It is the first that can be used.\"},"
                        + "{\"number\":\"+4930123456\",\"kind\":\"public\",\"e164\":\"+4930123456\","
                        + "\"source\":\"list\",\"verdict\":\"duplicate\","
                        + "\"reason\":\"It is the same number as one before it.\"},"
                        + "{\"number\":\"+4930999999\",\"kind\":\"public\",\"e164\":\"+4930999999\","
                        + "\"source\":\"accessCode\",\"verdict\":\"fallback\","
                        + "\"reason\":\"It could be used, but one before it is taken.\"}]}]}");
    }

    @Test
    void everyKindOfNumberHasItsVerdict() {
        addUser("u1", """
                {"callType": "bidirectional", "defaultSoftphoneNumber": "+491", "softphoneNumbers": ["*67", "500"],
                 "displayNumbers": ["*67", "#31#030123456", "110", "500", "+499"]}""");
        JsonNode plan = planOf("u1");
        assertThat(verdicts(plan.path("softphoneCandidates")))
                .containsExactly("+491 invalid", "*67 taken", "500 fallback");
        assertThat(verdicts(plan.path("displayCandidates")))
                .containsExactly(
                        "*67 notPresentable",
                        "#31#030123456 notPresentable",
                        "110 notPresentable",
                        "500 notPresentable",
                        "+499 invalid",
                        "+4930999999 taken");
        assertThat(plan.path("displayCandidates")
                        .valueStream()
                        .map(c -> c.path("kind").asString()))
                .containsExactly("code", "code", "emergency", "internal", "invalid", "public");
        assertThat(plan.path("displayCandidates")
                        .valueStream()
                        .map(c -> c.path("reason").asString()))
                .startsWith(
                        "Networks do not present a number with * or #.",
                        "Networks do not present a number with * or #.",
                        "Networks do not present an emergency number.");

        setTenant("{\"region\":null}");
        assertThat(verdicts(planOf("u1").path("displayCandidates")))
                .as("without a region, digits are taken as they are")
                .contains("110 taken", "500 fallback", "+499 invalid", "*67 notPresentable");
    }

    @Test
    void aTenantSpaceThatChecksNumbersPassesOverWhatIsNotAllotted() {
        addUser("u1", """
                {"callType": "bidirectional", "softphoneNumbers": ["500"], "displayNumbers": ["030123456", "030999999"]}""");
        setTenant("{\"numberCheck\":\"warn\"}");
        JsonNode plan = planOf("u1");
        assertThat(verdicts(plan.path("softphoneCandidates"))).containsExactly("500 notAllotted");
        assertThat(verdicts(plan.path("displayCandidates")))
                .as("the access code needs no allotment")
                .containsExactly("030123456 notAllotted", "030999999 taken", "+4930999999 duplicate");
        assertThat(codes(plan)).containsExactly("noSoftphoneNumber");

        allot("500", "softphone");
        allot("+4930123456", "display");
        JsonNode allotted = planOf("u1");
        assertThat(verdicts(allotted.path("softphoneCandidates"))).containsExactly("500 taken");
        assertThat(verdicts(allotted.path("displayCandidates")))
                .as("it is allotted in another form")
                .containsExactly("030123456 taken", "030999999 fallback", "+4930999999 duplicate");
        assertThat(admin.delete(tenant + "/numbers/500?uses=keep").status()).isEqualTo(204);
        assertThat(verdicts(planOf("u1").path("softphoneCandidates"))).containsExactly("500 notAllotted");
    }

    private void allot(String number, String kind) {
        String body = "{\"number\":\"" + number + "\",\"kinds\":[\"" + kind + "\"]}";
        assertThat(admin.post(tenant + "/numbers", body).status()).isEqualTo(201);
    }

    @Test
    void whoCannotCallHasAPlanThatSaysWhy() {
        addUser("u1", "{\"callType\": \"direct\"}");
        addUser("u2", null);
        addUser("u3", null);
        admin.patch(tenant + "/users/u1", "{\"status\":\"suspended\"}");
        admin.patch(tenant + "/users/u3", "{\"status\":\"toBeActivated\"}");
        setTenant("{\"accessCode\":null}");
        JsonNode plans = plan("[\"u1\",\"u2\",\"u3\",\"nobody\"]", ",\"calledNumber\":\"+491\"")
                .json()
                .path("items");
        assertThat(codes(plans.path(0))).containsExactly("userSuspended", "noDisplayNumber", "invalidCalledNumber");
        assertThat(codes(plans.path(1))).containsExactly("noSettings", "noDisplayNumber", "invalidCalledNumber");
        assertThat(codes(plans.path(2)))
                .containsExactly("userNotActivated", "noSettings", "noDisplayNumber", "invalidCalledNumber");
        assertThat(codes(plans.path(3))).containsExactly("unknownUser", "invalidCalledNumber");
        assertThat(plans.path(3).path("status").isNull()).isTrue();
    }

    @Test
    void aSummaryCountsAsFailuresThoseThatHaveAnObstacle() {
        addUser("u1", "{\"callType\": \"bidirectional\", \"displayNumbers\": [\"030123456\"]}");
        addUser("u2", "{\"callType\": \"direct\", \"displayNumbers\": [\"030123456\"]}");
        addUser("u3", "{\"callType\": \"direct\"}");
        setTenant("{\"accessCode\":null}");
        long obstructed = plan("[\"u1\",\"u2\",\"u3\"]", "")
                .json()
                .path("items")
                .valueStream()
                .filter(plan -> plan.path("wouldFail").asBoolean())
                .count();
        assertThat(admin.get(tenant + "/summary")
                        .json()
                        .path("settings")
                        .path("wouldFail")
                        .asLong())
                .isEqualTo(2)
                .isEqualTo(obstructed);
    }

    @Test
    void aThousandUsersAreAskedForAtOnceInAnyOrderAndNotOneMore() {
        String longId = "😀".repeat(60);
        List<String> userIds = IntStream.range(0, 1000)
                .mapToObj(i -> longId + (i == 500 ? 3 : i))
                .toList();
        Checked planned = plan(list(userIds), "");
        assertThat(planned.status()).isEqualTo(200);
        assertThat(planned.json()
                        .path("items")
                        .valueStream()
                        .map(plan -> plan.path("userId").asString()))
                .as("a user that is asked for twice is told twice")
                .containsExactlyElementsOf(userIds);

        Checked refused =
                plan(list(IntStream.rangeClosed(0, 1000).mapToObj(i -> "u" + i).toList()), "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsExactly("/userIds must have at most 1000 elements.");
        assertThat(plan(list(List.of("u".repeat(1024 * 1024))), "").status()).isEqualTo(413);
    }

    private static String list(List<String> userIds) {
        return userIds.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    @Test
    void everyFaultOfARequestIsToldAtOnce() {
        assertThat(plan("[\"u1\", \"a b\", \"\\u0000\", 7, \"\"]", ",\"calledNumber\":\"12x\",\"tenant\":1")
                        .errors())
                .containsExactlyInAnyOrder(
                        "/userIds/1 must contain only printable characters, no white space; character 2 is not allowed.",
                        "/userIds/2 must contain only printable characters, no white space; character 1 is not allowed.",
                        "/userIds/3 must be a string.",
                        "/userIds/4 must be 1 to 64 characters; got 0.",
                        "/calledNumber must contain only digits, *, # and a leading + (not alone); character 3 is not"
                                + " allowed.",
                        "/tenant is not a member that is known here.");
        assertThat(plan("[]", "").errors()).containsExactly("/userIds must have at least 1 element.");
        assertThat(admin.post(tenant + "/call-plans", "{}").errors()).containsExactly("/userIds is required.");
    }
}
