package agentsettings.client.vendor;

import agentsettings.client.http.Effect;
import agentsettings.client.http.Operation;
import agentsettings.wire.ReturnCode;
import java.util.Optional;

/**
 * An operation of the interface. Immutable.
 *
 * @param <T> its outcomes
 */
record VendorOperation<T>(Operation operation, String path, Decoder<T> decoder) {

    VendorOperation(String name, Effect effect, String path, Decoder<T> decoder) {
        this(new Operation(name, effect), path, decoder);
    }

    String name() {
        return operation.name();
    }

    /** Decodes a response. */
    interface Decoder<T> {

        /**
         * Returns the outcome, or empty if this code is none of the operation.
         *
         * @throws agentsettings.wire.json.JsonException if a field has the wrong type
         * @throws IllegalArgumentException if a field is missing or its value is not valid
         */
        Optional<T> decode(ReturnCode code, byte[] body);
    }
}
