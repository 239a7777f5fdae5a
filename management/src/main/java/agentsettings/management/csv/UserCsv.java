package agentsettings.management.csv;

import agentsettings.core.queries.UserRecord;
import agentsettings.core.users.UserProfile;
import agentsettings.management.records.JsonText;
import java.util.Arrays;

/** Users as lines of CSV, in the columns that an import takes. What is not set, or empty, is an empty cell. Stateless. */
public final class UserCsv {

    /** The first line. */
    public static final String HEADER = "userId,sumUserId,account,name,phone,email,description,status\r\n";

    /** The line of a record. */
    public static String line(UserRecord record) {
        UserProfile profile = record.user().profile();
        return CsvCell.line(Arrays.asList(
                record.key().userId(),
                record.user().sumUserId(),
                profile.account(),
                profile.name(),
                profile.phone(),
                profile.email(),
                profile.description(),
                JsonText.nameOf(profile.status())));
    }

    private UserCsv() {}
}
