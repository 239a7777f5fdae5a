package agentsettings.cli;

import agentsettings.server.config.messages.NearestWord;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an invalid command line: what is wrong, the nearest valid name, and where the help is. */
final class UsageErrorHandler implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("agentsettings: " + message(failure));
        if (command.getSubcommands().isEmpty() || isUnmatched(failure)) {
            err.println("See \"" + command.getCommandSpec().qualifiedName() + " --help\".");
        } else {
            command.usage(err);
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String message(ParameterException failure) {
        if (isUnmatched(failure)) {
            return unknown(
                    failure.getCommandLine().getCommandSpec(),
                    unmatched(failure).getFirst());
        } else if (failure.getArgSpec() != null && failure.getCause() instanceof TypeConversionException invalid) {
            String name = failure.getArgSpec() instanceof OptionSpec option
                    ? option.longestName()
                    : failure.getArgSpec().paramLabel();
            return name + ": " + invalid.getMessage();
        }
        return failure.getMessage();
    }

    /** Also true where picocli only says that an option is missing, since the unknown one may be that option misspelt. */
    private static boolean isUnmatched(ParameterException failure) {
        return (failure instanceof UnmatchedArgumentException || failure instanceof MissingParameterException)
                && !unmatched(failure).isEmpty();
    }

    private static List<String> unmatched(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched()
                : failure.getCommandLine().getUnmatchedArguments();
    }

    private static String unknown(CommandSpec command, String argument) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            return "Unknown option: " + name + suggestion(name, optionNames(command));
        } else if (!command.subcommands().isEmpty()) {
            return "Unknown command: " + argument
                    + suggestion(argument, command.subcommands().keySet());
        }
        return "Unexpected argument: " + argument;
    }

    private static List<String> optionNames(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .toList();
    }

    private static boolean isOption(String word) {
        return word.startsWith("--") && word.length() > 2;
    }

    /** Of --name, also --user-name. */
    private static String suggestion(String word, Collection<String> words) {
        return NearestWord.to(word, words)
                .or(() -> words.stream()
                        .filter(longer -> isOption(word) && longer.endsWith(word.substring(1)))
                        .findFirst())
                .map(nearest -> ". Did you mean " + nearest + "?")
                .orElse(".");
    }
}
