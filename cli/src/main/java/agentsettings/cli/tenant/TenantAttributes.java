package agentsettings.cli.tenant;

import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that assign the attributes of a tenant space. */
final class TenantAttributes {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = NameConverter.class,
            description = "name for people, up to 128 characters")
    private String name;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            converter = RegionConverter.class,
            description = "ISO 3166-1 code of the country whose numbers are dialled without a country code, such as DE;"
                    + " \"\" for none")
    private String region;

    @Option(
            names = "--access-code",
            paramLabel = "NUMBER",
            converter = AccessCodeConverter.class,
            description = "number to present when no other can be; \"\" for none")
    private PhoneNumber accessCode;

    @Option(
            names = "--number-check",
            paramLabel = "CHECK",
            converter = NumberCheckConverter.class,
            description = "whether numbers must be allotted to the tenant space: off, warn or enforce")
    private NumberCheck numberCheck;

    boolean isEmpty() {
        return name == null && region == null && accessCode == null && numberCheck == null;
    }

    /** A new tenant space; what is not given has its default. */
    TenantSpace create(String id, Instant now) {
        return new TenantSpace(
                id,
                name == null ? "" : name,
                region == null || region.isEmpty() ? null : region,
                accessCode == null || accessCode.isNone() ? null : accessCode,
                numberCheck == null ? NumberCheck.OFF : numberCheck,
                now,
                1);
    }

    /** Assigns what is given, and keeps the rest. */
    TenantSpacePatch patch() {
        return new TenantSpacePatch(
                name == null ? Edit.keep() : Edit.assign(name),
                region == null ? Edit.keep() : Edit.assign(region.isEmpty() ? null : region),
                accessCode == null ? Edit.keep() : Edit.assign(accessCode.isNone() ? null : accessCode),
                numberCheck == null ? Edit.keep() : Edit.assign(numberCheck));
    }

    /** The check as options and lists name it. */
    static String name(NumberCheck check) {
        return check.name().toLowerCase(Locale.ROOT);
    }

    private static void require(Optional<String> fault) {
        fault.ifPresent(sentence -> {
            throw new TypeConversionException(sentence);
        });
    }

    /** Takes the name of a tenant space. */
    static final class NameConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(TenantSpace.nameFault(text));
            return text;
        }
    }

    /** Takes the code of a country, or nothing. */
    static final class RegionConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            require(text.isEmpty() ? Optional.empty() : TenantSpace.regionFault(text));
            return text;
        }
    }

    /** Takes a phone number, or nothing. */
    static final class AccessCodeConverter implements ITypeConverter<PhoneNumber> {
        @Override
        public PhoneNumber convert(String text) {
            require(text.isEmpty() ? Optional.empty() : TenantSpace.accessCodeFault(text));
            return new PhoneNumber(text);
        }
    }

    /** Takes a number check. */
    static final class NumberCheckConverter implements ITypeConverter<NumberCheck> {
        @Override
        public NumberCheck convert(String text) {
            for (NumberCheck check : NumberCheck.values()) {
                if (text.equals(name(check))) {
                    return check;
                }
            }
            throw new TypeConversionException("must be off, warn or enforce.");
        }
    }
}
