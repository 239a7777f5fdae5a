package agentsettings.cli.key;

import agentsettings.core.apps.ManagementKey;
import agentsettings.core.apps.Role;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the options about management keys are read. No fault contains what was given, which may be a whole key. */
final class KeyConverters {

    private static void require(Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw new TypeConversionException(sentence);
        });
    }

    /** Takes the id of a management key. */
    static final class Id implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(ManagementKey.idFault(text));
            return text;
        }
    }

    /** Takes the name of a management key. */
    static final class Name implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(ManagementKey.nameFault(text));
            return text;
        }
    }

    /** Takes a role. */
    static final class OfRole implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            for (Role role : Role.values()) {
                if (text.equals(name(role))) {
                    return role;
                }
            }
            throw new TypeConversionException("must be viewer, editor or admin.");
        }
    }

    /** Takes a time in the future, or a duration from now. */
    static final class End implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            Instant now = InstantSource.system().instant();
            try {
                Instant end = text.startsWith("P") ? now.plus(Duration.parse(text)) : Instant.parse(text);
                require(ManagementKey.expiresAtFault(end, now));
                return Instant.ofEpochMilli(end.toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                throw new TypeConversionException(
                        "must be a time such as 2027-01-31T00:00:00Z or a duration such as P90D.");
            }
        }
    }

    /** The role as options and lists name it. */
    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private KeyConverters() {}
}
