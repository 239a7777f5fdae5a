package agentsettings.server.tracing;

import agentsettings.server.http.head.RequestHead;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Reads the headers of a request that name the trace that it belongs to. Stateless. */
final class TraceHeaders implements TextMapGetter<RequestHead> {

    static final TraceHeaders GETTER = new TraceHeaders();

    private TraceHeaders() {}

    @Override
    public String get(RequestHead request, String name) {
        return request == null ? null : request.header(name);
    }
}
