package agentsettings.cli;

import agentsettings.cli.app.AppCommand;
import agentsettings.cli.changes.ChangesCommand;
import agentsettings.cli.db.DbCommand;
import agentsettings.cli.export.ExportCommand;
import agentsettings.cli.imports.ImportCommand;
import agentsettings.cli.jobs.BulkChangeCommand;
import agentsettings.cli.key.KeyCommand;
import agentsettings.cli.logging.Logging;
import agentsettings.cli.number.NumberCommand;
import agentsettings.cli.options.ProgramEnvironment;
import agentsettings.cli.output.StandardOutput;
import agentsettings.cli.output.TextStyle;
import agentsettings.cli.plans.CallPlanCommand;
import agentsettings.cli.remote.LoginCommand;
import agentsettings.cli.remote.LogoutCommand;
import agentsettings.cli.settings.SettingsCommand;
import agentsettings.cli.tenant.SummaryCommand;
import agentsettings.cli.tenant.TenantCommand;
import agentsettings.cli.user.UserCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The program: runs the command that its arguments name. */
@Command(
        name = "agentsettings",
        description =
                "Serves AICC's App personal settings interface, and manages its database, apps, keys, users and settings.",
        versionProvider = Version.class,
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:the command failed",
            "2:the command line is invalid, or the service refuses a value",
            "130:Ctrl-C ended the command"
        })
@SuppressWarnings("UnusedVariable") // picocli reads the two options
public final class Main {

    /** In the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            ConfigCommand.class,
            AppCommand.class,
            TenantCommand.class,
            KeyCommand.class,
            UserCommand.class,
            SettingsCommand.class,
            NumberCommand.class,
            CallPlanCommand.class,
            ExportCommand.class,
            ChangesCommand.class,
            ImportCommand.class,
            BulkChangeCommand.class,
            SummaryCommand.class,
            DbCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            HelpCommand.class,
            CompletionCommand.class);

    /** These look at all commands. */
    private static final List<Class<?>> OF_ALL_COMMANDS = List.of(HelpCommand.class, CompletionCommand.class);

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
        StandardOutput out = new StandardOutput();
        CommandLine program =
                commandLine(ProgramEnvironment.ofProcess(), arguments).setOut(out.writer());
        int exitCode = program.execute(arguments);
        program.getOut().flush();
        if (out.fault().isPresent()) {
            program.getErr()
                    .println("agentsettings: Cannot write the output: "
                            + out.fault().get() + ".");
            exitCode = CommandLine.ExitCode.SOFTWARE;
        }
        Logging.flush();
        System.exit(exitCode);
    }

    /** The program, to be run with these arguments. */
    static CommandLine commandLine(ProgramEnvironment environment, String... arguments) {
        boolean isColored = TextStyle.isColored(environment.variables(), environment.isTerminal());
        CommandLine program = new CommandLine(new Main(), new CommandFactory(environment));
        needed(arguments).forEach(program::addSubcommand);
        return program.setColorScheme(Help.defaultColorScheme(isColored ? Help.Ansi.ON : Help.Ansi.OFF))
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler(new FailureHandler())
                .registerConverter(Integer.class, Main::wholeNumber);
    }

    /** Only the command that the first argument names, if it names one, because picocli takes long to read them all. */
    private static List<Class<?>> needed(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(first))
                .filter(command -> !OF_ALL_COMMANDS.contains(command))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static Integer wholeNumber(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a whole number, got \"" + text + "\".");
        }
    }
}
