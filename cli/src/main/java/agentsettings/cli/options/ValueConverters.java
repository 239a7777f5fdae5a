package agentsettings.cli.options;

import agentsettings.core.settings.CallType;
import agentsettings.core.users.UserStatus;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the options that several commands on users and settings have are read. */
public final class ValueConverters {

    /** Takes a call type. */
    public static final class OfCallType extends ConstantConverter<CallType> {
        OfCallType() {
            super(CallType.class);
        }
    }

    /** Takes the status of a user. */
    public static final class OfUserStatus extends ConstantConverter<UserStatus> {
        OfUserStatus() {
            super(UserStatus.class);
        }
    }

    /** Takes a time. */
    public static final class OfTime implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("must be a time such as 2026-01-31T00:00:00Z.");
            }
        }
    }

    private ValueConverters() {}
}
