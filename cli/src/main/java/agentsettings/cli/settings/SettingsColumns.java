package agentsettings.cli.settings;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.records.Settings;
import agentsettings.core.settings.OutboundSettings;
import java.util.List;
import java.util.stream.Stream;

/** The columns of lists of settings. */
public final class SettingsColumns {

    public static final List<OutputColumn<OutboundSettings>> VALUES = List.of(
            OutputColumn.of("CALL TYPE", "callType", OutboundSettings::callType),
            OutputColumn.of("DISPLAY NUMBERS", "displayNumbers", OutboundSettings::displayNumbers),
            OutputColumn.of("DEFAULT DISPLAY", "defaultDisplayNumber", OutboundSettings::defaultDisplayNumber),
            OutputColumn.of("SOFTPHONE NUMBERS", "softphoneNumbers", OutboundSettings::softphoneNumbers),
            OutputColumn.of("DEFAULT SOFTPHONE", "defaultSoftphoneNumber", OutboundSettings::defaultSoftphoneNumber));

    /** The version is shown to people as conditions name it. */
    static final List<OutputColumn<Settings>> SETTINGS = Stream.of(
                    Stream.of(
                            OutputColumn.of("USER ID", "userId", Settings::userId),
                            OutputColumn.of("ACCOUNT", "account", Settings::account),
                            OutputColumn.of("NAME", "name", Settings::name).unlisted()),
                    VALUES.stream().map(column -> column.in(Settings::values)),
                    Stream.of(
                            OutputColumn.of("ID", "id", Settings::id).unlisted(),
                            OutputColumn.of("VERSION", "version", Settings::version)
                                    .shownAs(settings -> settings.id() + "-" + settings.version())
                                    .unlisted(),
                            OutputColumn.of("CREATED", "createdAt", Settings::createdAt)
                                    .unlisted(),
                            OutputColumn.of("UPDATED", "updatedAt", Settings::updatedAt)))
            .flatMap(columns -> columns)
            .toList();

    private SettingsColumns() {}
}
