package agentsettings.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and commit that this program was built from, and the JDK that it runs on. */
final class Version implements IVersionProvider {

    private static final String RESOURCE = "version.properties";

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        Properties build = build();
        String dirty = Boolean.parseBoolean(build.getProperty("dirty")) ? "-dirty" : "";
        return "AgentSettings " + build.getProperty("version") + " (commit " + build.getProperty("commit") + dirty
                + ", JDK " + Runtime.version() + ")";
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
