package agentsettings.bench.jmh;

import agentsettings.bench.load.Samples;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.storage.jdbc.NumbersText;
import agentsettings.storage.jdbc.SettingsJson;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Settings to what columns hold, and back. */
public class RowsBench extends ShortRuns {

    private final OutboundSettings outbound = Samples.SETTINGS;
    private final String numbers = NumbersText.of(outbound.displayNumbers());

    @Benchmark
    public String numbersToText() {
        return NumbersText.of(outbound.displayNumbers());
    }

    @Benchmark
    public List<PhoneNumber> textToNumbers() {
        return NumbersText.list(numbers);
    }

    @Benchmark
    public String settingsToJson() {
        return SettingsJson.of(outbound);
    }
}
