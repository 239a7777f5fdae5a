package agentsettings.bench.plots;

import static org.assertj.core.api.Assertions.assertThat;

import agentsettings.bench.results.Results;
import agentsettings.bench.results.Sample;
import agentsettings.bench.results.Subject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The plots are well-formed SVG and show the figures. */
class PlotsTest {

    @Test
    void eachIsWellFormedAndLabelsItsFigures() throws Exception {
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
        assertThat(text(files.get("embedded-cpu.svg")))
                .contains("service: create & <more>")
                .contains("35.0")
                .contains("10.0");
        assertThat(text(files.get("embedded-rate.svg"))).contains("requests per second");
        assertThat(text(files.get("embedded-connections.svg")))
                .contains("nginx: fixed")
                .doesNotContain("service");
        assertThat(text(files.get("sizes-cpu.svg"))).contains("10,000").contains("5,000,000");
    }

    /** All text in a document that must be SVG. */
    private static String text(String svg) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        return root.getTextContent();
    }

    @Test
    void missingMeasurementsAreNotDrawn() {
        assertThat(new Plots(new Sample().results()).files()).isEmpty();
    }
}
