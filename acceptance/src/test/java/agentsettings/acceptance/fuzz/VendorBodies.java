package agentsettings.acceptance.fuzz;

import agentsettings.core.rules.SettingsRules;
import agentsettings.core.rules.UserRules;
import agentsettings.wire.FailureResponses;
import agentsettings.wire.ReturnCode;
import agentsettings.wire.SettingsReader;
import agentsettings.wire.TokenRequest;
import agentsettings.wire.UserReader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Bodies of the vendor's requests: each becomes a command, or is refused for a reason that is the client's. */
public final class VendorBodies {

    private static final List<Function<byte[], Object>> READERS = List.of(
            body -> SettingsRules.create(FuzzedServer.CALLER, SettingsReader.create(body), null),
            body -> SettingsRules.update(FuzzedServer.CALLER, SettingsReader.update(body)),
            body -> SettingsRules.find(FuzzedServer.CALLER, SettingsReader.user(body)),
            body -> SettingsRules.delete(FuzzedServer.CALLER, SettingsReader.user(body)),
            body -> UserRules.add(FuzzedServer.CALLER, UserReader.read(body)),
            TokenRequest::read);

    /** Reads a body; the first byte chooses the operation. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        Function<byte[], Object> reader = READERS.get(Byte.toUnsignedInt(input[0]) % READERS.size());
        try {
            Object first = reader.apply(body);
            if (!first.equals(reader.apply(body))) {
                throw new AssertionError("read again, the body is another command");
            }
        } catch (RuntimeException refused) {
            if (FailureResponses.of(refused).code() == ReturnCode.SERVICE_FAILED) {
                throw refused;
            }
        }
    }

    private VendorBodies() {}
}
