package agentsettings.cli.user;

import agentsettings.cli.options.ValueConverters;
import agentsettings.core.patches.Edit;
import agentsettings.core.patches.UserPatch;
import agentsettings.core.rules.UserDraft;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import picocli.CommandLine.Option;

/** The options that assign the attributes of a user. */
final class UserProfileOptions {

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "business account, 3 to 64 of A-Z, a-z, 0-9, _, -, @ and dots")
    private String account;

    @Option(names = "--user-name", paramLabel = "NAME", description = "name, up to 64 characters")
    private String name;

    @Option(names = "--phone", paramLabel = "PHONE", description = "phone number; \"\" for none")
    private String phone;

    @Option(names = "--email", paramLabel = "EMAIL", description = "mail address; \"\" for none")
    private String email;

    @Option(names = "--description", paramLabel = "TEXT", description = "up to 540 characters; \"\" for none")
    private String description;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = ValueConverters.OfUserStatus.class,
            completionCandidates = ValueConverters.OfUserStatus.class,
            description = "toBeActivated, active or suspended; a new user is active unless it is given")
    private UserStatus status;

    boolean hasAccount() {
        return account != null;
    }

    boolean isEmpty() {
        return account == null
                && name == null
                && phone == null
                && email == null
                && description == null
                && status == null;
    }

    /** The values as text, to be checked. */
    UserDraft draft() {
        return new UserDraft(account, name, phone, email, description, status == null ? null : status.code());
    }

    /** The values of a new user, whose name is the account unless it is given. */
    UserProfile profile() {
        return new UserProfile(
                account,
                name == null ? account : name,
                orNull(phone),
                orNull(email),
                orNull(description),
                status == null ? UserStatus.ACTIVE : status);
    }

    /** Assigns what is given, and keeps the rest. */
    UserPatch patch() {
        return new UserPatch(
                account == null ? Edit.keep() : Edit.assign(account),
                name == null ? Edit.keep() : Edit.assign(name),
                optional(phone),
                optional(email),
                optional(description),
                status == null ? Edit.keep() : Edit.assign(status));
    }

    private static Edit<String> optional(String text) {
        return text == null ? Edit.keep() : Edit.assign(orNull(text));
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
