package agentsettings.cli.app;

import agentsettings.cli.options.ConditionOption;
import agentsettings.client.management.records.ClientApp;
import agentsettings.core.apps.App;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Replaces an app's secret and shows the new one. */
@Command(
        name = "rotate-secret",
        description =
                "Replaces an app's secret. Shows the new one, which cannot be shown again. Without --grace, the old"
                        + " secret and its tokens stop working at once. At most two secrets are accepted: a secret that is"
                        + " still accepted from an earlier grace stops working.",
        footer = {"", "Example:", "  agentsettings app rotate-secret --key crm --grace P1D"})
final class AppRotateSecretCommand implements Callable<Integer> {

    @Mixin
    private ExistingApp app;

    @Option(
            names = "--grace",
            paramLabel = "DURATION",
            converter = GraceConverter.class,
            defaultValue = "PT0S",
            description = "how long the old secret is still accepted, PT0S to P7D; tokens stay valid, unless it is PT0S"
                    + " (default: ${DEFAULT-VALUE})")
    private Duration grace;

    @Mixin
    private AppSecret secret;

    @Mixin
    private ConditionOption condition;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ClientApp now = app.replaceSecret(secret, grace, condition);
        PrintWriter out = spec.commandLine().getOut();
        now.secret().ifPresent(text -> out.println("app_secret=" + text));
        now.previousSecretUntil().ifPresent(until -> out.println("previous_secret_until=" + until));
        return 0;
    }

    /** Takes a duration for which a secret may be accepted after its replacement. */
    static final class GraceConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                Duration grace = Duration.parse(text);
                App.graceFault(grace).ifPresent(fault -> {
                    throw new TypeConversionException(fault);
                });
                return grace;
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("must be a duration such as PT1H or P7D, PT0S to P7D.");
            }
        }
    }
}
