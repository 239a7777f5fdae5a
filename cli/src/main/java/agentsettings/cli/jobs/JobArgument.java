package agentsettings.cli.jobs;

import agentsettings.cli.options.CheckedText;
import agentsettings.cli.options.CommandFailure;
import agentsettings.cli.options.TenantOption;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The option and the parameter that name a job. */
public final class JobArgument {

    @Mixin
    private TenantOption tenant;

    @Parameters(
            paramLabel = "JOB",
            converter = IdConverter.class,
            description = "its id, as its start printed it and list shows it")
    private String id;

    public String tenantId() {
        return tenant.id();
    }

    public String id() {
        return id;
    }

    /** The failure of a command because there is no such job. */
    public CommandFailure unknown() {
        return new CommandFailure("There is no job " + id + " in this tenant space, or it is no longer kept.");
    }

    /** Takes the id of a job. */
    static final class IdConverter extends CheckedText {
        private static final Pattern ID = Pattern.compile("[0-9a-z]{17}");

        IdConverter() {
            super(text -> ID.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("must be the id of a job, 17 lower-case letters and digits."));
        }
    }
}
