package agentsettings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The plots are drawings that a browser takes. */
class PlotsTest {

    @Test
    void eachIsWellFormedAndNamesWhatItShows() throws Exception {
        Results results = new Sample()
                .cpu(Sample.embedded("service", "create & <more>"), 30, 40)
                .cpu(Sample.embedded("nginx", "fixed"), 10, 10)
                .cpu(new Subject("embedded", "nginx", "fixed", 1, 100_000), 12)
                .cpu(new Subject("sizes", "service of 10 thousand", "create", 64, 10_000), 30)
                .cpu(new Subject("sizes", "service of 5 million", "create", 64, 5_000_000), 31)
                .results();

        Map<String, String> files = new Plots(results).files();

        assertThat(files)
                .containsOnlyKeys("embedded-cpu.svg", "embedded-rate.svg", "embedded-connections.svg", "sizes-cpu.svg");
        for (String svg : files.values()) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        }
        assertThat(files.get("embedded-cpu.svg"))
                .contains("create &amp; &lt;more>")
                .contains(">35.0<");
        assertThat(files.get("sizes-cpu.svg")).contains("5,000,000");
    }

    @Test
    void whatWasNotMeasuredIsNotDrawn() {
        assertThat(new Plots(new Sample().results()).files()).isEmpty();
    }
}
