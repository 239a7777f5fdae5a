package agentsettings.cli;

import static agentsettings.cli.ServiceForCommands.TENANT;
import static agentsettings.cli.ServiceForCommands.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of the feed of changes, and of the counts. */
final class ChangesCommandTest {

    @RegisterExtension
    private final ServiceForCommands service = new ServiceForCommands();

    @Test
    void changesAreListedForPeopleAndAsEvents() {
        service.onUser("settings set", "--display-numbers", "12323", "--call-type", "direct");
        service.onUser("settings set", "--display-numbers", "999");
        CommandRun list = service.run("changes", "--user-id", USER);
        assertThat(list.out().lines().toList())
                .satisfies(lines ->
                        assertThat(lines.getFirst()).matches("TENANT +USER ID +CHANGE +TIME +ACTOR +TYPE +CHANGED"));
        assertThat(list.out().lines().toList().getLast())
                .matches(TENANT + " +" + USER
                        + " +\\d+ +\\S+Z +managementKey demoadmn +settings.updated +displayNumbers: 12323 -> 999");
        CommandRun events = service.run("changes", "--user-id", USER, "--output", "json");
        assertThat(events.out().lines().toList().getLast())
                .matches(
                        "\\{\"specversion\":\"1.0\",\"id\":\"\\d+\",\"source\":\"urn:agentsettings:log:[^\"]+\","
                                + "\"type\":\"agentsettings.settings.updated\",\"subject\":\"/tenants/" + TENANT
                                + "/users/" + USER
                                + "/settings\",\"time\":\"[^\"]+Z\",\"datacontenttype\":\"application/json\",\"data\":\\{"
                                + "\"change\":\"\\d+\",\"actor\":\\{\"kind\":\"managementKey\",\"name\":\"demoadmn\"\\},"
                                + "\"settingsId\":\"\\d+\",\"settingsVersion\":2,\"before\":\\{.*\"displayNumbers\":\\[\"12323\"\\]"
                                + ".*\\},\"after\":\\{.*\"displayNumbers\":\\[\"999\"\\].*\\},\"changed\":\\[\"displayNumbers\"\\]\\}\\}");
        assertThat(service.run("changes", "--limit", "1", "--output", "json")
                        .out()
                        .lines())
                .hasSize(1);
        assertThat(service.run("changes", "--after", "latest").out()).isEmpty();
        assertThat(service.run("changes", "--after", "latest", "--output", "csv")
                        .out())
                .isEqualTo(
                        "tenantId,userId,change,time,actor,type,settingsId,settingsVersion,before,after,changed\r\n");
    }

    @Test
    void aCursorFileKeepsWhereToGoOn() throws IOException {
        Path seen = service.folder().resolve("seen");
        String[] options = {"--cursor-file", seen.toString(), "--output", "json"};
        service.run("changes", options);
        assertThat(service.run("changes", options).out()).isEmpty();
        service.onUser("settings set", "--call-type", "direct");
        assertThat(service.run("changes", options).out().lines())
                .singleElement()
                .asString()
                .contains("settings.created");
        service.onUser("settings set", "--call-type", "passThrough");
        assertThat(service.run("changes --follow --limit 1", options).out().lines())
                .singleElement()
                .asString()
                .contains("settings.updated");
        assertThat(service.run("changes", options).out()).isEmpty();
        Files.writeString(seen, "a b");
        assertThat(service.run("changes", options).err())
                .isEqualToIgnoringNewLines("agentsettings: --cursor-file: " + seen + " is not a cursor of the feed.");
    }

    @Test
    void aLimitCountsWhatTheFilterLeaves() {
        service.inTenant("settings set --user-id 10gg000000demoUser02 --call-type direct");
        for (String callType : List.of("direct", "passThrough", "bidirectional")) {
            service.onUser("settings set", "--call-type", callType);
        }
        String[] options = {"--user-id", USER, "--limit", "3"};
        assertThat(service.run("changes --output json", options).out().lines())
                .satisfiesExactly(
                        user -> assertThat(user).contains("user.created"),
                        first -> assertThat(first).contains("settings.created"),
                        second -> assertThat(second).contains("settings.updated"));
        CommandRun refused =
                service.run("changes --cursor-file " + service.folder().resolve("seen"), options);
        assertThat(refused.err()).startsWith("agentsettings: --limit: must not be given together with --cursor-file");
        assertThat(refused.exitCode()).isEqualTo(2);
    }

    @Test
    void aCursorFileMovesPastWhatTheFilterLeavesOut() throws IOException, InterruptedException {
        Path seen = service.folder().resolve("seen");
        CompletableFuture<CommandRun> following =
                follow("--limit", "1", "--user-id", USER, "--cursor-file", seen.toString());
        while (!Files.exists(seen) && !following.isDone()) {
            Thread.onSpinWait();
        }
        String begin = Files.readString(seen);
        service.inTenant("settings set --user-id 10gg000000demoUser02 --call-type direct");
        while (Files.readString(seen).equals(begin) && !following.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(following).isNotDone();
        assertThat(service.run("changes --cursor-file " + seen).out().lines()).isEmpty();
        service.onUser("settings set", "--call-type", "direct");
        assertThat(following.join().out()).contains("callType: not set -> direct");
    }

    private CompletableFuture<CommandRun> follow(String... options) {
        return CompletableFuture.supplyAsync(
                () -> service.run("changes --follow", options),
                task -> Thread.ofPlatform().start(task)); // the JDK's HTTP client needs the common pool
    }

    @Test
    void aCursorOfAnotherDatabaseIsRefused() throws IOException {
        for (String command : new String[] {"changes", "changes --follow"}) {
            CommandRun refused = service.run(command, "--after", "nonsense");
            assertThat(refused.err()).startsWith("agentsettings: Changes behind this cursor are no longer kept, or");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
        Path seen = Files.writeString(service.folder().resolve("seen"), "nonsense");
        assertThat(service.run("changes", "--cursor-file", seen.toString()).err())
                .endsWith(" Delete " + seen + ", and read the records again." + System.lineSeparator());
        assertThat(service.run("changes", "--after", "ä").err())
                .startsWith("agentsettings: --after: is not a cursor of the feed.");
    }

    @Test
    void laterChangesAreFollowed() throws IOException, InterruptedException {
        Path seen = service.folder().resolve("seen");
        CompletableFuture<CommandRun> following = follow("--limit", "2", "--cursor-file", seen.toString());
        while (!Files.exists(seen) && !following.isDone()) { // written before the first change is waited for
            Thread.onSpinWait();
        }
        service.onUser("settings set", "--call-type", "direct");
        service.onUser("settings set", "--call-type", "passThrough");
        assertThat(following.join().out().lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("TENANT "),
                        first -> assertThat(first).endsWith("callType: not set -> direct"),
                        second -> assertThat(second).endsWith("callType: direct -> passThrough"));
    }

    @Test
    void theCountsOfATenantSpaceAreShown() {
        service.onUser("settings set", "--call-type", "bidirectional", "--display-numbers", "12323");
        assertThat(service.inTenant("summary").out())
                .containsPattern("Users +22\\R")
                .containsPattern("Users without settings +21\\R")
                .containsPattern("Settings +1: direct 0, bidirectional 1, passThrough 0, without call type 0;"
                        + " an outbound call would fail: 1\\R")
                .containsPattern("Most used display numbers +12323 \\(1\\)\\R");
        assertThat(service.inTenant("summary", "--output", "json").out())
                .contains(
                        "\"users\":22,",
                        "\"settings\":{\"direct\":0,\"bidirectional\":1,\"passThrough\":0,\"withoutCallType\":0,"
                                + "\"total\":1,\"wouldFail\":1},",
                        "\"mostUsedDisplayNumbers\":[{\"number\":\"12323\",\"users\":1}]");
        assertThat(service.run("summary --tenant 999999999999").err()).contains("There is no such tenant space.");
    }
}
