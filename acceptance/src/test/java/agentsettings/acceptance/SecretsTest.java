package agentsettings.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No secret, token, key or password that a run uses is in what the server and the commands write: logs at the finest level, responses
 * to good and bad requests, output of commands, the command lines that other users can list, and the names of files.
 */
class SecretsTest {

    private static final String TENANT = "202205116084";
    private static final String TOKENS = "/apigovernance/api/oauth/tokenByAkSk";
    private static final String SETTINGS = "/apiaccess/CC-Management/v1/openapp/agentsettings/";
    private static final String REQUESTS = "/api/v1/apps/k1/requests";
    private static final String SECRET = "correct-horse-battery-staple-of-app-one";
    private static final String WRONG_SECRET = "wrong-horse-battery-staple-of-app-one";
    private static final String WRONG_KEY = "ask_abcdefgh_wrong-management-key-of-somebody";
    private static final String PASSWORD = "password-of-the-database";

    @TempDir
    Path folder;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();
    private Path data;

    @Test
    void whatIsSecretIsWrittenNowhere() throws Exception {
        data = folder.resolve("data");
        secrets.put("secret of the app", SECRET);
        secrets.put("wrong secret", WRONG_SECRET);
        secrets.put("wrong management key", WRONG_KEY);
        secrets.put("password of the database", PASSWORD);
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
        command("app", "create", "--key", "k1", "--tenant", TENANT, "--secret-file", file.toString());
        command("user", "add", "--tenant", TENANT, "--user-id", "u1", "--account", "acc1");
        String key = group(
                "management_key=(\\S+)",
                ChildJvm.run("key", "create", "--data", data.toString(), "--name", "ops", "--role", "admin"));
        secrets.put("management key", key.substring(key.lastIndexOf('_') + 1));
        try (ServerProcess server = ServerProcess.start(arguments(), environment())) {
            written.put("command line", commandLine(server.pid()));
            managementRequests(server.management(), key); // from now on requests of the app are recorded
            vendorRequests(server.base());
            managementRequests(server.management(), key);
            assertThat(server.terminate()).isZero();
            written.put("log", server.errors());
            written.put("standard output", server.output());
        }
        readStoredKeys();
        command("app", "list");
        command("app", "show", "--key", "k1");
        command("key", "list");
        command("db", "status");
        command("db", "verify");
        command("config");
        command("db", "backup", folder.resolve("backup").toString());
        written.put("names of files", names());
        assertThat(written.get("response to " + REQUESTS + key.length())).contains("\\\"userId\\\":\\\"u1\\\"");
        assertThat(written.get("log")).contains("FINE").contains("Stopped");
        assertThat(written.get("command line")).doesNotContain("HeapDump");
        written.forEach((what, text) -> secrets.forEach(
                (name, secret) -> assertThat(text).as(name + " in " + what).doesNotContain(secret)));
    }

    private List<String> arguments() {
        return List.of("serve", "--port", "0", "--management-port", "0", "--data", data.toString());
    }

    /** The finest logging of every class, and a password. */
    private Map<String, String> environment() throws IOException {
        Path logging = Files.writeString(folder.resolve("logging.properties"), ".level=ALL\n");
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djava.util.logging.config.file=" + logging,
                "AGENTSETTINGS_STORAGE_DATABASE_PASSWORD",
                PASSWORD,
                "AGENTSETTINGS_HTTP_LOG_REQUESTS",
                "true");
    }

    /** The process list shows these to every user of the machine. */
    private static String commandLine(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).replace('\0', ' ');
    }

    private void command(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(data.toString());
        written.put(String.join(" ", all), ChildJvm.run(all.toArray(String[]::new)));
    }

    private void vendorRequests(URI server) throws IOException {
        try (RawHttp http = RawHttp.connect(server)) {
            String token = group("\"AccessToken\":\"([^\"]+)\"", token(http, SECRET));
            secrets.put("token", token);
            secrets.put("signature of the token", token.substring(token.lastIndexOf('.') + 1));
            keep("wrong secret", token(http, WRONG_SECRET));
            keep("malformed", post(http, TOKENS, Map.of(), "{\"app_secret\":\"" + SECRET + "\",,"));
            keep("wrong type", post(http, TOKENS, Map.of(), "{\"app_key\":[\"" + SECRET + "\"]}"));
            for (String operation : List.of("create", "query", "unknown?app_secret=" + SECRET)) {
                Map<String, String> right = Map.of("X-APP-Key", "k1", "Authorization", "Bearer " + token);
                Map<String, String> wrong = Map.of("X-APP-Key", SECRET, "Authorization", "Bearer " + token + "x");
                keep(operation, post(http, SETTINGS + operation, right, "{\"userId\":\"u1\",\"callType\":\"1\"}"));
                keep(operation + ", wrong token", post(http, SETTINGS + operation, wrong, "{\"userId\":\"u1\"}"));
                keep(
                        operation + ", secret as id",
                        post(http, SETTINGS + operation, right, "{\"userId\":\"" + token + "\"}"));
            }
        }
    }

    private static String token(RawHttp http, String secret) throws IOException {
        return post(http, TOKENS, Map.of(), "{\"app_key\":\"k1\",\"app_secret\":\"" + secret + "\"}");
    }

    private void managementRequests(URI management, String key) throws IOException {
        for (String path :
                List.of("/api/v1/apps", REQUESTS, "/api/v1/keys", "/api/v1/none", "/metrics", "/health/ready")) {
            for (String bearer : List.of(key, key + "x", WRONG_KEY)) {
                try (RawHttp http = RawHttp.connect(management)) {
                    http.send(RawHttp.request("GET", path, Map.of("Authorization", "Bearer " + bearer), new byte[0]));
                    keep(path + bearer.length(), http.read().text());
                }
            }
        }
    }

    private static String post(RawHttp http, String path, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        http.send(RawHttp.request("POST", path, all, body.getBytes(UTF_8)));
        return http.read().text();
    }

    private void keep(String what, String response) {
        written.put("response to " + what, response);
    }

    /** The keys that the server has made: they are in the database and beside it, and nowhere else. */
    private void readStoredKeys() throws Exception {
        addForms("key of hashes", Files.readAllBytes(data.resolve("secret-hash.key")));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("agentsettings.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT secret FROM signing_key")) {
            addForms("signing key", row.getBytes(1));
        }
    }

    private void addForms(String name, byte[] key) {
        secrets.put(name + " in hexadecimal", HexFormat.of().formatHex(key));
        secrets.put(name + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(key));
        secrets.put(
                name + " in Base64 for URLs",
                Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    private String names() throws IOException {
        try (var files = Files.walk(folder)) {
            return String.join("\n", files.map(Path::toString).toList());
        }
    }

    private static String group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
