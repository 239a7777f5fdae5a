package agentsettings.storage.tables;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.core.settings.OutboundSettings;
import agentsettings.storage.Samples;
import agentsettings.storage.Steps;
import agentsettings.storage.jdbc.Column;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Settings come out of the columns as they went in, every component of them. */
class OutboundColumnsTest {

    private static final List<Column<OutboundSettings>> COLUMNS = OutboundColumns.of(Function.identity());

    @Property(seed = "1")
    void settingsComeOutAsTheyWentIn(@ForAll("settings") OutboundSettings settings) throws SQLException {
        Iterator<String> texts = texts(settings).iterator();

        assertThat(OutboundColumns.decode(texts::next)).isEqualTo(settings);
    }

    @Test
    void eachComponentHasAColumnOfItsName() {
        assertThat(COLUMNS)
                .extracting(Column::name)
                .as("add the new component to OutboundColumns, and its column to both migrations")
                .containsExactlyElementsOf(Arrays.stream(OutboundSettings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(OutboundColumnsTest::column)
                        .toList());
    }

    @Test
    void theChangeLogShowsEachComponentThatIsSet() {
        String json = OutboundColumns.json(Samples.VENDORS);

        assertThat(Arrays.stream(OutboundSettings.class.getRecordComponents()))
                .allSatisfy(component -> assertThat(json).contains("\"" + component.getName() + "\":"));
        assertThat(OutboundColumns.json(Samples.NOTHING)).isEqualTo("{}");
        assertThat(OutboundColumns.json(null)).isNull();
    }

    private static List<String> texts(OutboundSettings settings) {
        return COLUMNS.stream()
                .map(column -> Objects.toString(column.value().apply(settings), null))
                .toList();
    }

    private static String column(String component) {
        return Stream.of(component.split("(?=[A-Z])"))
                .map(word -> word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1))
                .reduce((one, other) -> one + "_" + other)
                .orElseThrow();
    }

    @Provide
    Arbitrary<OutboundSettings> settings() {
        return Steps.outbound();
    }
}
