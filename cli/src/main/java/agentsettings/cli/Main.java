package agentsettings.cli;

import agentsettings.cli.app.AppCommand;
import agentsettings.cli.db.DbCommand;
import agentsettings.cli.key.KeyCommand;
import agentsettings.cli.logging.Logging;
import agentsettings.cli.tenant.TenantCommand;
import agentsettings.cli.user.UserCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The program: runs the command that its arguments name. */
@Command(
        name = "agentsettings",
        description = "Serves AICC's App personal settings interface, and manages its database, apps, keys and users.",
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            ConfigCommand.class,
            AppCommand.class,
            TenantCommand.class,
            KeyCommand.class,
            UserCommand.class,
            DbCommand.class,
            HelpCommand.class,
            CompletionCommand.class
        },
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:success", "1:the command failed", "2:the command line is invalid"})
@SuppressWarnings("UnusedVariable") // picocli reads the two options
public final class Main {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version, its commit and the JDK.")
    private boolean version;

    public static void main(String[] arguments) {
        Logging.toStandardError();
        int exitCode = commandLine().execute(arguments);
        Logging.flush();
        System.exit(exitCode);
    }

    /** The program's commands. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler(new FailureHandler())
                .registerConverter(Integer.class, Main::wholeNumber);
    }

    private static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a whole number, got \"" + text + "\".");
        }
    }
}
