package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.KEY;
import static agentsettings.cli.ServiceForCommands.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.cli.options.ProgramEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a command finds the service and the key: options, then variables, then the profile; and that the key stays a secret. */
final class ServiceLoginTest {

    private static final String[] LIST = {"user", "list", "--tenant", TENANT, "--limit", "1"};
    private static final String OTHER_KEY = "ask_unknown0_" + "5".repeat(64);

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void aLoginStoresTheKeyForItsOwnerAloneAndALogoutRemovesIt() throws IOException {
        CommandRun login = login(KEY + "\n");
        assertThat(login.err()).isEmpty();
        assertThat(login.exitCode()).isZero();
        assertThat(login.out())
                .isEqualToIgnoringNewLines("Logged in to " + service.address() + " with the key demoadmn. It is in "
                        + service.profile() + ".");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(service.profile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(service.profile().getParent())))
                .isEqualTo("rwx------");
        try (var files = Files.list(service.profile().getParent())) {
            assertThat(files).containsExactly(service.profile());
        }
        assertThat(atHome(Map.of(), LIST).out()).contains("10gg000000demoUser01");
        assertThat(atHome(Map.of(), "logout").out()).isEqualToIgnoringNewLines("Logged out.");
        assertThat(service.profile()).doesNotExist();
        assertThat(atHome(Map.of(), "logout").out()).isEqualToIgnoringNewLines("Nobody was logged in.");
    }

    @Test
    void aLoginTakesWhatTheCreationOfAKeyPrinted() {
        assertThat(login("management_key=" + KEY + "\n").exitCode()).isZero();
        assertThat(atHome(Map.of(), LIST).out()).contains("10gg000000demoUser01");
    }

    @Test
    void theProfileIsWhereTheXdgFolderIs() {
        Path xdg = service.folder().resolve("xdg");
        CommandRun login = CommandRun.run(
                service.withHome(Map.of("XDG_CONFIG_HOME", xdg.toString())), KEY, "login", "--url", service.address());
        assertThat(login.exitCode()).isZero();
        assertThat(xdg.resolve("agentsettings/profile")).exists();
        assertThat(service.profile()).doesNotExist();
    }

    @Test
    void aKeyThatTheServiceDoesNotAcceptIsNotStored() {
        CommandRun refused = login(OTHER_KEY);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: The service at " + service.address() + " does not accept the key.");
        assertThat(login("secret-typo").err())
                .isEqualToIgnoringNewLines(
                        "agentsettings: The key: must be a management key: ask_, 8 characters, _ and its secret.");
        assertThat(login("").exitCode()).isEqualTo(1);
        CommandRun unreachable =
                CommandRun.run(service.withHome(Map.of()), KEY, "login", "--url", "http://127.0.0.1:1");
        assertThat(unreachable.exitCode()).isEqualTo(1);
        assertThat(unreachable.err().lines())
                .singleElement()
                .asString()
                .startsWith("agentsettings: The service at http://127.0.0.1:1 can't be reached: ");
        assertThat(CommandRun.run(service.withHome(Map.of()), KEY, "login", "--url", "ftp://x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(service.profile()).doesNotExist();
    }

    @Test
    void aProfileThatOthersMayReadIsRefused() throws IOException {
        login(KEY);
        for (String mode : new String[] {"rw-r--r--", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(service.profile(), PosixFilePermissions.fromString(mode));
            CommandRun refused = atHome(Map.of(), LIST);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .isEqualToIgnoringNewLines("agentsettings: " + service.profile() + " has a key and is open to other"
                            + " users (" + mode + "); run \"chmod 600 " + service.profile() + "\".");
        }
    }

    @Test
    void anOptionCountsMoreThanAVariableAndThatMoreThanTheProfile() {
        login(KEY);
        Map<String, String> nowhere = Map.of("AGENTSETTINGS_URL", "http://127.0.0.1:1", "AGENTSETTINGS_KEY", KEY);
        assertThat(atHome(nowhere, LIST).err()).contains("http://127.0.0.1:1 can't be reached");
        assertThat(atHome(nowhere, with("--url", service.address())).exitCode()).isZero();
        assertThat(atHome(Map.of("AGENTSETTINGS_KEY", OTHER_KEY), LIST).err()).contains("does not accept the key");
        assertThat(atHome(Map.of(), with("--url", service.address() + "/")).exitCode())
                .isZero();
        assertThat(atHome(Map.of("AGENTSETTINGS_URL", "gopher", "AGENTSETTINGS_KEY", KEY), LIST)
                        .err())
                .startsWith("agentsettings: AGENTSETTINGS_URL: must be an address");
        assertThat(atHome(Map.of("AGENTSETTINGS_KEY", "k"), LIST).err())
                .startsWith("agentsettings: AGENTSETTINGS_KEY: must be a management key");
    }

    @Test
    void theProfilesKeyIsSentOnlyToTheProfilesAddress() {
        login(KEY);
        CommandRun refused = atHome(Map.of(), with("--url", "http://127.0.0.1:1"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("agentsettings: No key for http://127.0.0.1:1 is known; run \"agentsettings login --url");
    }

    @Test
    void withoutAServiceCommandsSayHowToNameOne() {
        CommandRun settings =
                CommandRun.run("settings", "get", "--tenant", TENANT, "--user-id", ServiceForCommands.USER);
        assertThat(settings.exitCode()).isEqualTo(1);
        assertThat(settings.err())
                .isEqualToIgnoringNewLines("agentsettings: No service is known; run \"agentsettings login\", or set"
                        + " AGENTSETTINGS_URL and AGENTSETTINGS_KEY.");
    }

    @Test
    void theDatabaseIsUsedIfAnOptionNamesItWhateverServiceIsKnown() {
        String data = service.folder().resolve("other").toString();
        CommandRun.run("tenant", "create", "--data", data, "--tenant", "111111111111");
        Map<String, String> variables = service.variables();
        CommandRun onDatabase =
                CommandRun.run(variables, "", "user", "list", "--tenant", "111111111111", "--data", data);
        assertThat(onDatabase.exitCode()).isZero();
        assertThat(onDatabase.out().lines()).hasSize(1);
        assertThat(CommandRun.run(variables, "", with("--url", service.address(), "--data", data)))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "agentsettings: --url: must not be given together with --data, --database or --config."
                                + System.lineSeparator()));
    }

    @Test
    void aDatabaseThatIsConfiguredIsUsedWhateverServiceIsKnown() {
        login(KEY);
        String data = service.folder().resolve("other").toString();
        CommandRun.run("tenant", "create", "--data", data, "--tenant", TENANT);
        Map<String, String> configured = Map.of("AGENTSETTINGS_STORAGE_DATA", data);
        assertThat(atHome(configured, LIST).out().lines()).hasSize(1);
        assertThat(atHome(configured, with("--url", service.address())).out().lines())
                .hasSize(2);
    }

    @Test
    void aKeyIsReadFromOneLineThatNobodySees() {
        InputStream input = new ByteArrayInputStream((KEY + "\nnext").getBytes(StandardCharsets.UTF_8));
        Map<String, String> variables = service.withHome(Map.of("AGENTSETTINGS_URL", service.address()));
        CommandRun typed = CommandRun.run(
                new ProgramEnvironment(variables, InputStream.nullInputStream(), false, () -> true), "login");
        assertThat(typed.exitCode()).isEqualTo(1);
        assertThat(typed.err()).startsWith("agentsettings: The key would be seen as it is typed");
        CommandRun piped = CommandRun.run(new ProgramEnvironment(variables, input, false, () -> false), "login");
        assertThat(piped.out()).startsWith("Logged in to " + service.address());
        assertThat(input).hasContent("next");
    }

    @Test
    void aLoginTakesTheAddressOfTheVariable() {
        assertThat(CommandRun.run(service.withHome(Map.of("AGENTSETTINGS_URL", "gopher")), KEY, "login")
                        .err())
                .startsWith("agentsettings: AGENTSETTINGS_URL: must be an address");
        assertThat(CommandRun.run(service.withHome(Map.of("AGENTSETTINGS_URL", "")), OTHER_KEY, "login")
                        .err())
                .contains("The service at http://127.0.0.1:8081 ");
    }

    @Test
    void noOutputHasTheKey() {
        login(KEY);
        String secret = KEY.substring(KEY.lastIndexOf('_'));
        for (String[] command : new String[][] {
            LIST,
            with("--output", "json"),
            with("--limit", "0"),
            {"settings", "get", "--tenant", TENANT, "--user-id", "x"}
        }) {
            CommandRun run = atHome(Map.of(), command);
            assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(secret);
        }
        assertThat(login(KEY).toString()).doesNotContain(secret);
        assertThat(login(KEY + "x").toString()).doesNotContain(secret);
    }

    private static String[] with(String... options) {
        return ServiceForCommands.words(String.join(" ", LIST), options);
    }

    private CommandRun login(String input) {
        return CommandRun.run(service.withHome(Map.of()), input, "login", "--url", service.address());
    }

    private CommandRun atHome(Map<String, String> variables, String... arguments) {
        return CommandRun.run(service.withHome(variables), "", arguments);
    }
}
