package agentsettings.client.management;

import static agentsettings.client.ScriptedServer.json;

import agentsettings.client.ClientConfig;
import agentsettings.client.MovedClock;
import agentsettings.client.RecordedPauses;
import agentsettings.client.RunningServer;
import agentsettings.client.ScriptedServer;
import agentsettings.client.ScriptedServer.Step;
import agentsettings.core.apps.Edition;
import agentsettings.core.apps.Role;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.SettingsPatch;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.requests.Condition;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.users.UserKey;
import agentsettings.core.users.UserProfile;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A client of a scripted server, with a clock that is moved and pauses that take no time. */
final class ScriptedManagement implements AutoCloseable {

    static final UserKey USER = new UserKey("123456789012", "u");
    static final String SETTINGS = "{\"userId\":\"u\",\"account\":\"ann\",\"name\":\"Ann\",\"callType\":\"direct\","
            + "\"displayNumbers\":null,\"defaultDisplayNumber\":null,\"softphoneNumbers\":null,"
            + "\"defaultSoftphoneNumber\":null,\"id\":\"17\",\"version\":3,"
            + "\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"updatedAt\":\"2026-01-02T00:00:00.000Z\"}";
    static final String ANN = "{\"userId\":\"u\",\"sumUserId\":\"u\",\"account\":\"ann\",\"name\":\"Ann\","
            + "\"phone\":null,\"email\":null,\"description\":null,\"status\":\"active\",\"hasSettings\":false,"
            + "\"createdAt\":\"2026-01-01T00:00:00.000Z\"}";

    private static final String TENANT = "{\"id\":\"202205116084\",\"name\":\"\",\"region\":null,\"accessCode\":null,"
            + "\"numberCheck\":\"off\",\"createdAt\":\"2026-01-01T00:00:00.000Z\"}";
    private static final String APP = "{\"key\":\"a\",\"tenantId\":\"202205116084\",\"edition\":2025,\"enabled\":true,"
            + "\"hasSecret\":true,\"previousSecretUntil\":null,\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"secret\":\"s\"}";
    private static final String KEY = "{\"id\":\"abcdefgh\",\"name\":\"k\",\"role\":\"viewer\",\"tenantId\":null,"
            + "\"createdAt\":\"2026-01-01T00:00:00.000Z\",\"expiresAt\":null,\"lastUsedAt\":null,"
            + "\"key\":\"ask_abcdefgh_0123456789abcdef0123456789abcdef\"}";
    private static final TenantSpacePatch NOTHING =
            new TenantSpacePatch(Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());

    private static final Condition IN_VERSION_2 = new Condition.Version(Set.of("17-2"));
    private static final OutboundSettings VALUES = new OutboundSettings(CallType.DIRECT, null, null, null, null);

    /** Operations of each kind. */
    enum Call {
        GET(true),
        PLAN_CALLS(true),
        PUT(false),
        PUT_IF_MATCH(true),
        PATCH(false),
        PATCH_IF_MATCH(true),
        DELETE(false),
        DELETE_IF_MATCH(true),
        RESTORE(false),
        RESTORE_IF_MATCH(true),
        CREATE_USER(true),
        CREATE_TENANT(true),
        CREATE_APP(true),
        CREATE_SECRET(true),
        CREATE_SECRET_IF_MATCH(true),
        CREATE_KEY(true);

        final boolean isRepeatableWhenUnknown;

        Call(boolean isRepeatableWhenUnknown) {
            this.isRepeatableWhenUnknown = isRepeatableWhenUnknown;
        }
    }

    final MovedClock clock = new MovedClock();
    final RecordedPauses pauses = new RecordedPauses(clock);
    final ScriptedServer server;
    final ManagementClient client;

    ScriptedManagement(ScriptedServer.Script script, UnaryOperator<ClientConfig> configured) {
        server = new ScriptedServer(script);
        client = new ManagementClient(
                configured.apply(ClientConfig.of(server.address())),
                RunningServer.KEY,
                clock,
                new SplittableRandom(7),
                pauses);
    }

    /** A server that takes these steps, one a request; the last of them for ever. */
    static ScriptedManagement of(Step... steps) {
        Queue<Step> left = new ArrayDeque<>(Arrays.asList(steps));
        return new ScriptedManagement(_ -> left.size() > 1 ? left.poll() : left.peek(), config -> config);
    }

    /** What a good server responds to a call. */
    static Step success(Call call) {
        return switch (call) {
            case DELETE, DELETE_IF_MATCH -> ScriptedServer.raw("HTTP/1.1 204 No Content\r\n\r\n");
            case PLAN_CALLS -> json(200, "{\"items\":[]}");
            case CREATE_USER -> json(201, ANN, "etag: \"7\"");
            case CREATE_TENANT -> json(201, TENANT, "etag: \"7\"");
            case CREATE_APP, CREATE_SECRET, CREATE_SECRET_IF_MATCH -> json(201, APP, "etag: \"7\"");
            case CREATE_KEY -> json(201, KEY);
            default -> json(200, SETTINGS, "etag: \"17-3\"");
        };
    }

    static Step problem(int status, String code, String... headerLines) {
        return json(
                status,
                "{\"type\":\"urn:agentsettings:problem:" + code + "\",\"title\":\"A title\",\"status\":" + status
                        + ",\"detail\":\"As scripted.\"}",
                headerLines);
    }

    Object perform(Call call) {
        UserSettings settings = client.settings();
        SettingsPatch patch = new SettingsPatch(Edit.assign(null), Edit.keep(), Edit.keep(), Edit.keep(), Edit.keep());
        return switch (call) {
            case GET -> settings.get(USER);
            case PLAN_CALLS -> client.callPlans().plan(USER.tenantId(), List.of(USER.userId()), Optional.empty());
            case PUT -> settings.put(USER, VALUES, Condition.NONE);
            case PUT_IF_MATCH -> settings.put(USER, VALUES, IN_VERSION_2);
            case PATCH -> settings.patch(USER, patch, Condition.NONE);
            case PATCH_IF_MATCH -> settings.patch(USER, patch, IN_VERSION_2);
            case DELETE -> settings.delete(USER, Condition.NONE);
            case DELETE_IF_MATCH -> settings.delete(USER, IN_VERSION_2);
            case RESTORE -> settings.restore(USER, "5", Condition.NONE);
            case RESTORE_IF_MATCH -> settings.restore(USER, "5", IN_VERSION_2);
            case CREATE_USER ->
                client.users().create(USER.tenantId(), new UserProfile("ann", "Ann", null, null, null, null));
            case CREATE_TENANT -> client.tenants().create(USER.tenantId(), NOTHING);
            case CREATE_APP -> client.apps().create("a", USER.tenantId(), Edition.E2025);
            case CREATE_SECRET -> client.apps().createSecret("a", Optional.empty(), Condition.NONE);
            case CREATE_SECRET_IF_MATCH -> client.apps().createSecret("a", Optional.empty(), IN_VERSION_2);
            case CREATE_KEY -> client.keys().create("k", Role.VIEWER, Optional.empty(), Optional.empty());
        };
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
