package agentsettings.bench.groups;

import agentsettings.bench.load.Meter;
import agentsettings.bench.load.Wrk;
import agentsettings.bench.load.Wrk.Requests;
import agentsettings.bench.results.Figures;
import agentsettings.bench.results.Subject;
import agentsettings.bench.servers.Processes;
import agentsettings.bench.servers.Server;
import java.io.IOException;
import java.util.List;

/**
 * Makes a group's cases of requests over HTTP.
 *
 * @param settings number of settings in the servers' databases at the start
 * @param others processes that work for the servers and whose CPU time counts
 */
record HttpCases(String group, long settings, Wrk wrk, List<Processes> others) {

    /** Uses the usual number of connections. */
    Case of(String target, String operation, Server server, Requests requests) {
        return of(target, operation, server, requests, Scale.CONNECTIONS);
    }

    Case of(String target, String operation, Server server, Requests requests, int connections) {
        return new Case(
                subject(target, operation, connections), seconds -> run(server, requests, connections, seconds));
    }

    /** Runs for a quarter of the time: deletes may be faster than creates, and can't delete more than was created. */
    Case delete(String target, Server server, Requests requests) {
        return new Case(
                subject(target, "delete", Scale.CONNECTIONS),
                seconds -> run(server, requests, Scale.CONNECTIONS, (seconds + 3) / 4));
    }

    Figures run(Server server, Requests requests, int connections, int seconds) throws IOException {
        return new Meter(server, others).of(() -> wrk.run(server, requests, connections, seconds));
    }

    Subject subject(String target, String operation, int connections) {
        return new Subject(group, target, operation, connections, settings);
    }
}
