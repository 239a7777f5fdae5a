package agentsettings.core.rules;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.List;

/**
 * Validates user drafts and converts them to commands; throws a {@link RuleViolation} for the first rule that is
 * broken. The order of checks is part of the interface: account, name, phone, email, description, status. The limits
 * are the vendor's. Stateless.
 */
public final class UserRules {

    private static final String ONE_LINE = "printable characters and spaces";
    private static final int ACCOUNT_MAX = 64;
    private static final int NAME_MAX = 64;
    private static final int PHONE_MAX = 32;
    private static final int EMAIL_MAX = 64;

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
        identifier(Field.USER_ID, TextRules.required(Field.USER_ID, userId));
        identifier(Field.SUM_USER_ID, sumUserId);
        return new AddUser(caller, userId, sumUserId == null ? userId : sumUserId, profile(draft));
    }

    /**
     * Every rule that the values break, in the order of checks. Values that are null are not checked, not even those that are required.
     */
    public static List<RuleViolation> violations(String userId, String sumUserId, UserDraft draft) {
        Violations found = new Violations();
        found.check(() -> identifier(Field.USER_ID, userId));
        found.check(() -> identifier(Field.SUM_USER_ID, sumUserId));
        found.check(() -> account(draft.account()));
        found.check(() -> line(Field.USER_NAME, draft.name(), 1, NAME_MAX));
        found.check(() -> line(Field.PHONE, draft.phone(), 0, PHONE_MAX));
        found.check(() -> line(Field.EMAIL, draft.email(), 0, EMAIL_MAX));
        found.check(() -> description(draft.description()));
        found.check(() -> status(draft.status()));
        return found.list();
    }

    private static UserProfile profile(UserDraft draft) {
        String account = TextRules.required(Field.ACCOUNT, draft.account());
        account(account);
        String name = TextRules.required(Field.USER_NAME, draft.name());
        line(Field.USER_NAME, name, 1, NAME_MAX);
        line(Field.PHONE, draft.phone(), 0, PHONE_MAX);
        line(Field.EMAIL, draft.email(), 0, EMAIL_MAX);
        description(draft.description());
        UserStatus status = status(draft.status());
        return new UserProfile(account, name, draft.phone(), draft.email(), draft.description(), status);
    }

    private static void identifier(Field field, String text) {
        if (text != null) {
            TextRules.identifier(field, text);
        }
    }

    private static void account(String text) {
        if (text != null) {
            TextRules.length(Field.ACCOUNT, text, 3, ACCOUNT_MAX);
            TextRules.characters(Field.ACCOUNT, text, UserRules::isAccountCharacter, "A-Z, a-z, 0-9, _, -, @ and dots");
        }
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
