package agentsettings.cli.tenant;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.ConstantConverter;
import agentsettings.core.apps.NumberCheck;
import agentsettings.core.apps.TenantSpace;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.TenantSpacePatch;
import agentsettings.core.settings.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

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
            completionCandidates = NumberCheckConverter.class,
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

    /** Takes the name of a tenant space. */
    static final class NameConverter extends CheckedText {
        NameConverter() {
            super(TenantSpace::nameFault);
        }
    }

    /** Takes the code of a country, or nothing. */
    static final class RegionConverter extends CheckedText {
        RegionConverter() {
            super(text -> text.isEmpty() ? Optional.empty() : TenantSpace.regionFault(text));
        }
    }

    /** Takes a phone number, or nothing. */
    static final class AccessCodeConverter implements ITypeConverter<PhoneNumber> {
        @Override
        public PhoneNumber convert(String text) {
            CheckedText.require(text.isEmpty() ? Optional.empty() : TenantSpace.accessCodeFault(text));
            return new PhoneNumber(text);
        }
    }

    /** Takes a number check. */
    static final class NumberCheckConverter extends ConstantConverter<NumberCheck> {
        NumberCheckConverter() {
            super(NumberCheck.class);
        }
    }
}
