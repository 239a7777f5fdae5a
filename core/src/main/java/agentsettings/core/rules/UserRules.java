package agentsettings.core.rules;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;

/**
 * Validates user drafts and converts them to commands; throws a {@link RuleViolation} for the first rule that is
 * broken. The order of checks is part of the interface: account, name, phone, email, description, status. The limits
 * are the vendor's. Stateless.
 */
public final class UserRules {

    private static final String ONE_LINE = "printable characters and spaces";

    /** Returns the command to add a user whose ids the service generates. */
    public static AddUser add(Caller caller, UserDraft draft) {
        return new AddUser(caller, null, null, profile(draft));
    }

    /**
     * Returns the command to add a user with ids that other systems assigned.
     *
     * @param sumUserId null if it equals the user id
     */
    public static AddUser add(Caller caller, String userId, String sumUserId, UserDraft draft) {
        TextRules.identifier(Field.USER_ID, TextRules.required(Field.USER_ID, userId));
        if (sumUserId != null) {
            TextRules.identifier(Field.SUM_USER_ID, sumUserId);
        }
        return new AddUser(caller, userId, sumUserId == null ? userId : sumUserId, profile(draft));
    }

    private static UserProfile profile(UserDraft draft) {
        String account = TextRules.required(Field.ACCOUNT, draft.account());
        TextRules.length(Field.ACCOUNT, account, 3, 64);
        TextRules.characters(Field.ACCOUNT, account, UserRules::isAccountCharacter, "A-Z, a-z, 0-9, _, -, @ and dots");
        String name = TextRules.required(Field.USER_NAME, draft.name());
        line(Field.USER_NAME, name, 1, 64);
        line(Field.PHONE, draft.phone(), 0, 32);
        line(Field.EMAIL, draft.email(), 0, 64);
        description(draft.description());
        UserStatus status = status(draft.status());
        return new UserProfile(account, name, draft.phone(), draft.email(), draft.description(), status);
    }

    private static void line(Field field, String text, int min, int max) {
        if (text != null) {
            TextRules.length(field, text, min, max);
            TextRules.characters(field, text, TextRules::isOneLine, ONE_LINE);
        }
    }

    private static void description(String text) {
        if (text != null) {
            TextRules.length(Field.DESCRIPTION, text, 0, 540);
            TextRules.characters(
                    Field.DESCRIPTION,
                    text,
                    c -> c == '\n' || c == '\r' || c == '\t' || TextRules.isOneLine(c),
                    "printable characters, spaces, tabs and line breaks");
        }
    }

    private static UserStatus status(String text) {
        if (text == null) {
            return UserStatus.ACTIVE;
        }
        return UserStatus.of(text)
                .orElseThrow(() -> new RuleViolation(Field.STATUS, new Rule.OneOf("\"0\", \"1\" or \"2\"")));
    }

    private static boolean isAccountCharacter(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '_'
                || c == '-'
                || c == '@'
                || c == '.';
    }

    private UserRules() {}
}
