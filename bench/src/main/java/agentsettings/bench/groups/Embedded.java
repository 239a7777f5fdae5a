package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;
import static agentsettings.bench.groups.Scale.USUAL;

import agentsettings.bench.load.Conversation;
import agentsettings.bench.load.Fsyncs;
import agentsettings.bench.load.RawStore;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.servers.FixedAnswer;
import agentsettings.bench.servers.Nginx;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Service;
import agentsettings.bench.servers.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service on its embedded database, beside what limits it: nginx, its own HTTP server, its own store, the disk. */
public final class Embedded implements Group {

    private static final int[] OTHER_CONNECTIONS = {1, 16, 256};

    /** Look-ups are done on the caller's thread, so no more than there are processors. */
    private static final int CALLERS = Runtime.getRuntime().availableProcessors();

    private final HttpCases http;
    private final Server nginx;
    private final Server fixed;
    private final Server service;
    private final RawStore rawStore;
    private final Path syncs;
    private final Users any = Users.inOrder(0, USUAL);
    private final Users anyScattered = Users.scattered(0, USUAL);
    private final Users inOrder;
    private final Users scattered;
    private final Users toDelete;
    private final Users rawInOrder;
    private final Users rawScattered;

    /** Starts everything. */
    public Embedded(Workplace workplace, Wrk wrk, Scale scale) throws IOException, SQLException {
        http = new HttpCases("embedded", USUAL, wrk, List.of());
        long ordered = scale.users(4);
        long others = scale.users(1);
        inOrder = Users.inOrder(USUAL, ordered);
        toDelete = Users.inOrder(USUAL, ordered);
        scattered = Users.scattered(USUAL + ordered, others);
        rawInOrder = Users.inOrder(USUAL, ordered);
        rawScattered = Users.scattered(USUAL + ordered, others);
        Seeds seeds = new Seeds(USUAL + ordered + others, USUAL);
        Path data = workplace.newFolder("embedded");
        seeds.plantEmbedded(data);
        service = Service.ofThisVersion(workplace).embedded("service", data);
        Path rawData = workplace.newFolder("raw");
        seeds.plantEmbedded(rawData);
        rawStore = RawStore.start(workplace, "raw-store", rawData.toString());
        nginx = Nginx.start(workplace);
        fixed = FixedAnswer.start(workplace);
        syncs = workplace.folder().resolve("syncs");
    }

    /** What is compared is measured one after the other, since the machine's pace changes. */
    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                http.subject("disk", "fdatasync of 4 KiB", 0), seconds -> Fsyncs.count(syncs, (seconds + 3) / 4)));
        cases.add(raw("scattered create", seconds -> rawStore.create(rawScattered, CONNECTIONS, seconds, List.of())));
        cases.add(new Case(
                http.subject("raw store", "query", CALLERS),
                seconds -> rawStore.find(anyScattered, CALLERS, seconds, List.of())));
        cases.add(http.of("same HTTP server", "fixed", fixed, Requests.forAny("fixed", any)));
        cases.add(raw("create", seconds -> rawStore.create(rawInOrder, CONNECTIONS, seconds, List.of())));
        cases.add(http.of("service", "create", service, Requests.taking("create", inOrder)));
        cases.add(http.of("nginx", "fixed", nginx, Requests.forAny("fixed", any)));
        cases.add(http.of("service", "query", service, Requests.forAny("query", any)));
        cases.add(http.of("service", "update", service, Requests.forAny("update", any)));
        cases.add(http.of("service", "scattered create", service, Requests.taking("create", scattered)));
        cases.add(http.of("service", "queries and 5 % updates", service, Requests.forAny("mixed", any)));
        cases.add(http.delete("service", service, Requests.taking("delete", toDelete)));
        cases.add(http.of("service", "token", service, Requests.forAny("token", any)));
        cases.add(byToken("create", inOrder, false));
        cases.add(byToken("query", any, true));
        for (int connections : OTHER_CONNECTIONS) {
            cases.add(http.of("nginx", "fixed", nginx, Requests.forAny("fixed", any), connections));
            cases.add(http.of("service", "create", service, Requests.taking("create", inOrder), connections));
            cases.add(http.of("service", "query", service, Requests.forAny("query", any), connections));
        }
        return cases;
    }

    private Case raw(String operation, Case.Measure measure) {
        return new Case(http.subject("raw store", operation, CONNECTIONS), measure);
    }

    /** A token ends, so each round gets its own. */
    private Case byToken(String operation, Users users, boolean anyone) {
        return new Case(
                http.subject("service", operation + " by token", CONNECTIONS),
                seconds -> http.ask(
                        service, new Requests(operation, users, anyone, token(service)), CONNECTIONS, seconds));
    }

    private static String token(Server service) throws IOException {
        byte[] body = "{\"app_key\":\"demo-app\",\"app_secret\":\"demo-app-secret-for-local-use-only\"}"
                .getBytes(StandardCharsets.US_ASCII);
        try (Conversation conversation = new Conversation(service.uri())) {
            if (conversation.send("/apigovernance/api/oauth/tokenByAkSk", body) != 200) {
                throw new IOException("no token: " + conversation.answer());
            }
            return conversation.answer().replaceAll(".*\"AccessToken\":\"([^\"]*)\".*", "$1");
        }
    }
}
