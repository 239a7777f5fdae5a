package agentsettings.management;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.management.ApiClient.Checked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Numbers are allotted, listed, changed, and taken back; writes of settings are refused or warned of by them. */
@ParameterizedClass
@EnumSource(Engine.class)
final class NumbersTest {

    private static final String MAIN = """
            {"number":"+4930123","kinds":["display","softphone"],"description":"Main line"}""";

    private final Engine engine;
    private ApiClient client;
    private String tenant;
    private String numbers;

    NumbersTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void connect() {
        client = engine.admin();
        tenant = "/tenants/" + Engine.newTenant(client);
        numbers = tenant + "/numbers";
        for (String user : new String[] {"u1", "u2", "u3"}) {
            client.post(
                    tenant + "/users",
                    "{\"userId\":\"%s\",\"account\":\"acc-%s\",\"name\":\"N\"}".formatted(user, user));
        }
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private String settings(String user) {
        return tenant + "/users/" + user + "/settings";
    }

    private void check(String numberCheck) {
        assertThat(client.patch(tenant, "{\"numberCheck\":\"" + numberCheck + "\"}")
                        .status())
                .isEqualTo(200);
    }

    private static String display(String number) {
        return "{\"displayNumbers\":[\"" + number + "\"]}";
    }

    @Test
    void aNumberIsAllottedFoundAndChanged() {
        Checked created = client.post(numbers, MAIN);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo("/api/v1" + numbers + "/%2B4930123");
        assertThat(created.json().path("withdrawn")).isEmpty();
        assertThat(client.post(numbers, MAIN).problem()).isEqualTo("already-exists");
        for (String encoded : new String[] {"+4930123", "%2B4930123"}) {
            assertThat(client.get(numbers + "/" + encoded).text()).isEqualTo(created.text());
        }
        assertThat(client.get(numbers + "/+4930123", "if-none-match", created.header("etag"))
                        .status())
                .isEqualTo(304);
        assertThat(client.get(numbers + "/4930123").problem()).isEqualTo("not-found");
        assertThat(client.get(numbers + "/x").problem()).isEqualTo("not-found");
        Checked patched =
                client.patch(numbers + "/+4930123", "{\"description\":null}", "if-match", created.header("etag"));
        assertThat(patched.json().path("description").asString()).isEmpty();
        Checked failed =
                client.patch(numbers + "/+4930123", "{\"description\":\"x\"}", "if-match", created.header("etag"));
        assertThat(failed.problem()).isEqualTo("version-changed");
        assertThat(failed.json().path("current")).isEqualTo(patched.json());
        assertThat(client.delete(numbers + "/+4930123", "if-match", created.header("etag"))
                        .problem())
                .isEqualTo("version-changed");
        assertThat(client.delete(tenant).problem()).isEqualTo("in-use");
        assertThat(client.delete(numbers + "/+4930123", "if-match", patched.header("etag"))
                        .status())
                .isEqualTo(204);
        assertThat(client.delete(numbers + "/+4930123").problem()).isEqualTo("not-found");
        assertThat(client.patch(numbers + "/+4930123", "{}").problem()).isEqualTo("not-found");
    }

    @Test
    void numbersWithSignsAreAllottedAndListedByPages() {
        for (String number : new String[] {"*1", "#2", "+3"}) {
            assertThat(client.post(numbers, "{\"number\":\"%s\",\"kinds\":[\"softphone\"]}".formatted(number))
                            .status())
                    .isEqualTo(201);
        }
        client.post(numbers, MAIN);
        Checked first = client.get(numbers + "?limit=2&count=true");
        assertThat(first.json().path("items").findValuesAsString("number")).containsExactly("#2", "*1");
        assertThat(first.json().path("total").asInt()).isEqualTo(4);
        String next = first.json().path("next").asString();
        assertThat(client.get(numbers + "?limit=2&after=" + next)
                        .json()
                        .path("items")
                        .findValuesAsString("number"))
                .containsExactly("+3", "+4930123");
        assertThat(client.get(numbers + "?kind=display").json().path("items")).hasSize(1);
        assertThat(client.get(numbers + "?q=LINE").json().path("items")).hasSize(1);
        assertThat(client.get(numbers + "/%232").json().path("number").asString())
                .isEqualTo("#2");
        assertThat(client.get(numbers + "/*1").json().path("number").asString()).isEqualTo("*1");
    }

    @Test
    void everyFaultOfABodyIsReported() {
        assertThat(client.post(numbers, "{\"number\":\"12x\",\"kinds\":[\"fax\"],\"description\":\"a\\nb\",\"y\":1}")
                        .errors())
                .containsExactlyInAnyOrder(
                        "/number must contain only digits, *, # and a leading + (not alone); character 3 is not"
                                + " allowed.",
                        "/kinds/0 must be display or softphone.",
                        "/description must contain only printable characters and spaces; character 2 is not allowed.",
                        "/y is not a member that is known here.");
        assertThat(client.post(numbers, "{\"number\":\"1\",\"kinds\":[]}").problem())
                .isEqualTo("invalid-request");
        assertThat(client.patch(numbers + "/1", "{\"kinds\":null}").problem()).isEqualTo("invalid-request");
    }

    @Test
    void aRequestSentAgainUnderItsKeyAllotsNothingTwice() {
        Checked first = client.post(numbers, MAIN, "idempotency-key", "k-" + tenant);
        Checked second = client.post(numbers, MAIN, "idempotency-key", "k-" + tenant);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(client.post(numbers, "{\"number\":\"1\",\"kinds\":[\"display\"]}", "idempotency-key", "k-" + tenant)
                        .problem())
                .isEqualTo("invalid-request");
        client.delete(numbers + "/+4930123");
        assertThat(client.post(numbers, MAIN, "idempotency-key", "k-" + tenant).problem())
                .isEqualTo("not-found");
    }

    @Test
    void enforcedAWriteWithAnotherNumberIsRefusedAtItsPlace() {
        client.post(numbers, MAIN);
        client.put(settings("u1"), display("5"));
        check("enforce");
        Checked refused = client.put(
                settings("u2"),
                "{\"displayNumbers\":[\"+4930123\",\"5\"],\"softphoneNumbers\":[\"6\"],\"defaultDisplayNumber\":\"7\"}");
        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "/displayNumbers/1 is not allotted to the tenant space as a display number.",
                        "/softphoneNumbers/0 is not allotted to the tenant space as a softphone number.",
                        "/defaultDisplayNumber is not allotted to the tenant space as a display number.");
        assertThat(client.get(settings("u2")).problem()).isEqualTo("not-found");
        assertThat(client.put(settings("u2"), display("+4930123")).status()).isEqualTo(201);
        assertThat(client.patch(settings("u1"), "{\"callType\":\"direct\"}").status())
                .as("numbers that stay as they are")
                .isEqualTo(200);
        assertThat(client.put(settings("u1"), display("5")).status())
                .as("what was read is sent back")
                .isEqualTo(200);
        assertThat(restoredBeforeTheLastChange().status())
                .as("numbers that stay as they are")
                .isEqualTo(200);
        client.patch(settings("u1"), "{\"displayNumbers\":null}");
        assertThat(restoredBeforeTheLastChange().errors())
                .containsExactly("/change would put back 5 as a value of displayNumbers, which is not allotted to the"
                        + " tenant space as a display number.");
    }

    private Checked restoredBeforeTheLastChange() {
        String change = client.get(tenant + "/users/u1/history?limit=1")
                .json()
                .path("items")
                .path(0)
                .path("change")
                .asString();
        return client.post(settings("u1") + ":restore", "{\"change\":\"" + change + "\"}");
    }

    @Test
    void warnedOfAWriteSucceedsAndSaysSo() {
        check("warn");
        JsonNode written = client.put(settings("u1"), display("5")).json();
        assertThat(written.path("warnings").toString())
                .isEqualTo("[{\"pointer\":\"/displayNumbers/0\","
                        + "\"detail\":\"is not allotted to the tenant space as a display number.\"}]");
        assertThat(client.patch(settings("u1"), "{\"defaultSoftphoneNumber\":\"6\"}")
                        .json()
                        .path("warnings")
                        .findValuesAsString("pointer"))
                .containsExactly("/defaultSoftphoneNumber");
        assertThat(client.get(settings("u1")).json().has("warnings")).isFalse();
        client.post(numbers, MAIN);
        assertThat(client.put(settings("u1"), display("+4930123")).json().has("warnings"))
                .isFalse();
    }

    @Test
    void aNumberInUseIsTakenBackOnlyIfTheClientSaysWhatBecomesOfItsUses() {
        client.post(numbers, MAIN);
        client.put(settings("u1"), "{\"displayNumbers\":[\"1\",\"+4930123\"],\"defaultDisplayNumber\":\"+4930123\"}");
        client.put(settings("u2"), "{\"softphoneNumbers\":[\"+4930123\"]}");
        client.put(settings("u3"), display("1"));
        Checked uses = client.get(numbers + "/+4930123/uses?count=true");
        assertThat(uses.json().path("total").asInt()).isEqualTo(2);
        assertThat(uses.json().path("items").path(0).toString())
                .isEqualTo("{\"userId\":\"u1\",\"account\":\"acc-u1\",\"name\":\"N\","
                        + "\"fields\":[\"displayNumbers\",\"defaultDisplayNumber\"]}");
        Checked refused = client.delete(numbers + "/+4930123");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("in-use");
        assertThat(refused.json().path("detail").asString()).startsWith("The settings of 2 users use the number.");
        Checked still = client.get(numbers + "/+4930123");
        assertThat(still.json().path("withdrawn")).isEmpty();
        assertThat(client.delete(numbers + "/+4930123?uses=clear").status()).isEqualTo(204);
        assertThat(client.get(numbers + "/+4930123/uses").json().path("items")).isEmpty();
        assertThat(client.get(tenant + "/settings?number=%2B4930123").json().path("items"))
                .isEmpty();
        JsonNode cleared = client.get(settings("u1")).json();
        assertThat(cleared.path("displayNumbers").toString()).isEqualTo("[\"1\"]");
        assertThat(cleared.path("defaultDisplayNumber").isNull()).isTrue();
        assertThat(cleared.path("version").asInt()).isEqualTo(2);
        JsonNode change = client.get(tenant + "/users/u1/history?limit=1")
                .json()
                .path("items")
                .path(0);
        assertThat(change.path("actor").path("kind").asString()).isEqualTo("managementKey");
        assertThat(change.path("changed").toString()).isEqualTo("[\"displayNumbers\",\"defaultDisplayNumber\"]");
    }

    @Test
    void usesMayBeKept() {
        client.post(numbers, MAIN);
        client.put(settings("u1"), display("+4930123"));
        assertThat(client.delete(numbers + "/+4930123?uses=keep").status()).isEqualTo(204);
        assertThat(client.get(settings("u1")).json().path("displayNumbers").toString())
                .isEqualTo("[\"+4930123\"]");
        assertThat(client.get(numbers + "/+4930123/uses").json().path("items").findValuesAsString("userId"))
                .containsExactly("u1");
    }

    @Test
    void aKindIsTakenBackLikeANumber() {
        client.post(numbers, MAIN);
        client.put(settings("u1"), "{\"displayNumbers\":[\"+4930123\"],\"softphoneNumbers\":[\"+4930123\"]}");
        String softphone = "{\"kinds\":[\"softphone\"]}";
        Checked refused = client.patch(numbers + "/+4930123", softphone);
        assertThat(refused.problem()).isEqualTo("in-use");
        Checked cleared = client.patch(numbers + "/+4930123?uses=clear", softphone);
        assertThat(cleared.json().path("kinds").toString()).isEqualTo("[\"softphone\"]");
        assertThat(cleared.json().path("withdrawn")).isEmpty();
        JsonNode settings = client.get(settings("u1")).json();
        assertThat(settings.path("displayNumbers")).isEmpty();
        assertThat(settings.path("softphoneNumbers").toString()).isEqualTo("[\"+4930123\"]");
        assertThat(client.patch(numbers + "/+4930123?uses=keep", "{\"kinds\":[\"display\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(client.patch(numbers + "/+4930123", softphone).status())
                .as("no settings use it as a display number")
                .isEqualTo(200);
    }
}
