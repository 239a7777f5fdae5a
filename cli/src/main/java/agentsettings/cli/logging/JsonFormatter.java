package agentsettings.cli.logging;

import agentsettings.server.observation.StructuredMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Formats a record as a JSON object on one line, with the names of the Elastic Common Schema. Stateless. */
final class JsonFormatter extends Formatter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEMA_VERSION = "8.11.0";
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private final LineFormatter lines = new LineFormatter();

    @Override
    public String format(LogRecord entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty(
                    "@timestamp", TIME.format(entry.getInstant().truncatedTo(ChronoUnit.MILLIS)));
            json.writeStringProperty("log.level", level(entry.getLevel()));
            json.writeStringProperty("message", lines.formatMessage(entry));
            json.writeStringProperty("ecs.version", SCHEMA_VERSION);
            json.writeStringProperty("service.name", "agentsettings");
            json.writeStringProperty("log.logger", String.valueOf(entry.getLoggerName()));
            writeFields(json, entry.getParameters());
            if (entry.getThrown() != null) {
                writeError(json, entry.getThrown());
            }
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    /** The names that the schema's users expect, instead of the JDK's. */
    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        } else if (value >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return value >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static void writeFields(JsonGenerator json, Object[] parameters) {
        if (parameters != null && parameters.length > 0 && parameters[0] instanceof StructuredMessage message) {
            for (Map.Entry<String, Object> field : message.fields().entrySet()) {
                if (field.getValue() instanceof Number number) {
                    json.writeNumberProperty(field.getKey(), number.longValue());
                } else {
                    json.writeStringProperty(field.getKey(), field.getValue().toString());
                }
            }
        }
    }

    private static void writeError(JsonGenerator json, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        json.writeStringProperty("error.type", thrown.getClass().getName());
        json.writeStringProperty("error.message", String.valueOf(thrown.getMessage()));
        json.writeStringProperty("error.stack_trace", trace.toString());
    }
}
