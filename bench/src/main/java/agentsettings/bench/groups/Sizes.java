package agentsettings.bench.groups;

import static agentsettings.bench.groups.Scale.CONNECTIONS;

import agentsettings.bench.load.PacedLoad;
import agentsettings.bench.load.Seeds;
import agentsettings.bench.load.Users;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The service three times, each on a database of another size; and creates at half the rate that it can do, for their latency. */
public final class Sizes implements Group {

    private final String name;
    private final Wrk wrk;
    private final List<Processes> others;
    private final List<Sized> services = new ArrayList<>();

    /** A service, its users with settings and those to create settings for. */
    private record Sized(
            Server service, String size, long settings, Users any, Users toCreate, List<Figures> creates) {}

    /** Makes a service over a database that was seeded so. */
    @FunctionalInterface
    public interface Maker {
        /** Starts it; the name is free of spaces. */
        Server start(String name, Seeds seeds) throws IOException, SQLException;
    }

    /**
     * Starts them.
     *
     * @param others processes that work for all of them
     */
    public Sizes(String name, Wrk wrk, Scale scale, List<Processes> others, Maker maker)
            throws IOException, SQLException {
        this.name = name;
        this.wrk = wrk;
        this.others = others;
        add("10 thousand", Scale.SMALL, scale, maker);
        add("1 million", scale.middle(), scale, maker);
        add("5 million", scale.large(), scale, maker);
    }

    private void add(String size, long settings, Scale scale, Maker maker) throws IOException, SQLException {
        long toCreate = scale.users(2);
        Server service = maker.start(name + "-" + settings, new Seeds(settings + toCreate, settings));
        Users any = Users.inOrder(0, settings);
        services.add(new Sized(service, size, settings, any, Users.inOrder(settings, toCreate), new ArrayList<>()));
    }

    @Override
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        services.forEach(each -> cases.add(new Case(subject(each, "create"), seconds -> create(each, seconds))));
        services.forEach(each -> cases.add(new Case(
                subject(each, "query"),
                seconds ->
                        wrk.ask(each.service(), Requests.forAny("query", each.any()), CONNECTIONS, seconds, others))));
        services.forEach(each -> cases.add(new Case(
                subject(each, "create at half load"),
                seconds -> PacedLoad.create(each.service(), each.toCreate(), half(each), CONNECTIONS, 2 * seconds))));
        return cases;
    }

    private Figures create(Sized each, int seconds) throws IOException {
        Figures figures =
                wrk.ask(each.service(), Requests.taking("create", each.toCreate()), CONNECTIONS, seconds, others);
        each.creates().add(figures);
        return figures;
    }

    /** Of what it did at full load last. */
    private static double half(Sized each) {
        return each.creates().getLast().perSecond() / 2;
    }

    private Subject subject(Sized each, String operation) {
        return new Subject(name, "service of " + each.size(), operation, CONNECTIONS, each.settings());
    }

    @Override
    public void close() {
        services.forEach(each -> each.service().close());
    }
}
