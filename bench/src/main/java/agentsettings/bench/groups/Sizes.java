package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;

import agentsettings.bench.load.Meter;
import agentsettings.bench.load.PacedLoad;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.UserRange;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import agentsettings.bench.servers.Server;
import agentsettings.bench.servers.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Three services on databases of different sizes: creates and queries at full load, and the latency of creates at half load. */
public final class Sizes implements Group {

    private final String name;
    private final Wrk wrk;
    private final Engine engine;
    private final List<Sized> services = new ArrayList<>();

    /** A service, its users with settings and those to create settings for. */
    private record Sized(
            HttpCases http,
            String target,
            Server service,
            Path folder,
            UserRange any,
            UserRange toCreate,
            List<Figures> creates) {}

    /** Starts the services. */
    public Sizes(String name, Wrk wrk, Scale scale, Engine engine) throws IOException, SQLException {
        this.name = name;
        this.wrk = wrk;
        this.engine = engine;
        add("10 thousand", Scale.SMALL, scale);
        add("1 million", scale.middle(), scale);
        add("5 million", scale.large(), scale);
    }

    private void add(String size, long settings, Scale scale) throws IOException, SQLException {
        long toCreate = scale.users(2);
        String service = name + "-" + settings;
        services.add(new Sized(
                new HttpCases(name, settings, wrk, engine.processes()),
                "service of " + size,
                engine.start(service, new Seeds(settings + toCreate, settings)),
                engine.folder(service),
                UserRange.inOrder(0, settings),
                UserRange.inOrder(settings, toCreate),
                new ArrayList<>()));
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        services.forEach(each -> cases.add(create(each)));
        services.forEach(each -> cases.add(query(each)));
        services.forEach(each -> cases.add(createAtHalfLoad(each)));
        return cases;
    }

    private static Case create(Sized each) {
        Case full = each.http().of(each.target(), "create", each.service(), Requests.once("create", each.toCreate()));
        return new Case(full.subject(), seconds -> {
            Figures figures = full.measure().during(seconds);
            each.creates().add(figures);
            return figures;
        });
    }

    /** Reads the database first: the kernel may have evicted it from memory while the others were measured. */
    private static Case query(Sized each) {
        Case query = each.http().of(each.target(), "query", each.service(), Requests.any("query", each.any()));
        return new Case(query.subject(), seconds -> {
            Workspace.readAll(each.folder());
            return query.measure().during(seconds);
        });
    }

    /** Runs at half the rate of the last measurement at full load. */
    private static Case createAtHalfLoad(Sized each) {
        return new Case(
                each.http().subject(each.target(), "create at half load", CONNECTIONS),
                seconds -> new Meter(each.service(), each.http().others())
                        .of(() -> PacedLoad.create(
                                each.service(),
                                each.toCreate(),
                                each.creates().getLast().perSecond() / 2,
                                CONNECTIONS,
                                2 * seconds)));
    }
}
