package agentsettings.server.observation;

import java.util.Map;

/** A parameter of a log record that has the record's parts by the names of the Elastic Common Schema, besides its text. Immutable. */
public interface StructuredMessage {

    /** The parts, by name; strings and numbers. */
    Map<String, Object> fields();

    /** The text for people, on one line. */
    @Override
    String toString();
}
