package agentsettings.cli.user;

import agentsettings.cli.output.OutputColumn;
import agentsettings.client.management.records.User;
import agentsettings.client.management.records.Versioned;
import agentsettings.core.users.UserProfile;
import java.util.List;
import java.util.stream.Stream;

/** The columns of lists of users. */
public final class UserColumns {

    public static final List<OutputColumn<UserProfile>> PROFILE = List.of(
            OutputColumn.of("ACCOUNT", "account", UserProfile::account),
            OutputColumn.of("NAME", "name", UserProfile::name),
            OutputColumn.of("PHONE", "phone", UserProfile::phone).unlisted(),
            OutputColumn.of("EMAIL", "email", UserProfile::email).unlisted(),
            OutputColumn.of("DESCRIPTION", "description", UserProfile::description)
                    .unlisted(),
            OutputColumn.of("STATUS", "status", UserProfile::status));

    static final List<OutputColumn<User>> USER = Stream.of(
                    Stream.of(
                            OutputColumn.of("USER ID", "userId", User::userId),
                            OutputColumn.of("SUM USER ID", "sumUserId", User::sumUserId)),
                    PROFILE.stream().map(column -> column.in(User::profile)),
                    Stream.of(
                            OutputColumn.of("SETTINGS", "hasSettings", User::hasSettings),
                            OutputColumn.of("CREATED", "createdAt", User::createdAt)
                                    .unlisted()))
            .flatMap(columns -> columns)
            .toList();

    /** Of one user, with the version that a condition names. */
    static final List<OutputColumn<Versioned<User>>> VERSIONED = Stream.concat(
                    USER.stream().map(column -> column.in(Versioned<User>::record)),
                    Stream.of(OutputColumn.of("VERSION", "tag", Versioned<User>::tag)))
            .toList();

    private UserColumns() {}
}
