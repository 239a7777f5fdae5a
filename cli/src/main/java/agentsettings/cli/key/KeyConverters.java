package agentsettings.cli.key;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the options about management keys are read. No fault contains what was given, which may be a whole key. */
final class KeyConverters {

    /** Takes the id of a management key. */
    static final class Id extends CheckedText {
        Id() {
            super(ManagementKey::idFault);
        }
    }

    /** Takes the name of a management key. */
    static final class Name extends CheckedText {
        Name() {
            super(ManagementKey::nameFault);
        }
    }

    /** Takes a role. */
    static final class OfRole extends ConstantConverter<Role> {
        OfRole() {
            super(Role.class);
        }
    }

    /** Takes a time in the future, or a duration from now. */
    static final class End implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            Instant now = InstantSource.system().instant();
            try {
                Instant end = text.startsWith("P") ? now.plus(Duration.parse(text)) : Instant.parse(text);
                CheckedText.require(ManagementKey.expiresAtFault(end, now));
                return Instant.ofEpochMilli(end.toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                throw new TypeConversionException(
                        "must be a time such as 2027-01-31T00:00:00Z or a duration such as P90D.");
            }
        }
    }

    private KeyConverters() {}
}
