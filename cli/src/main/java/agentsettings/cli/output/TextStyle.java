package agentsettings.cli.output;

import java.util.Map;
import picocli.CommandLine;

/** How text is emphasised on a terminal; elsewhere it is left as it is. Immutable. */
public record TextStyle(boolean isColored) {

    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";

    /** Returns the style of a command's output. */
    public static TextStyle of(CommandLine command) {
        return new TextStyle(command.getColorScheme().ansi().enabled());
    }

    /** Whether output may be colored: it goes to a terminal, and the environment does not forbid it. */
    public static boolean isColored(Map<String, String> environment, boolean isTerminal) {
        return isTerminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    String bold(String text) {
        return styled(BOLD, text);
    }

    String removed(String text) {
        return styled(RED, text);
    }

    String added(String text) {
        return styled(GREEN, text);
    }

    private String styled(String code, String text) {
        return isColored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
