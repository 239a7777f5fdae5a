package agentsettings.storage;

import agentsettings.core.apps.Caller;
import agentsettings.core.commands.AddUser;
import agentsettings.core.settings.CallType;
import agentsettings.core.settings.OutboundSettings;
import agentsettings.core.settings.PhoneNumber;
import agentsettings.core.users.UserProfile;
import agentsettings.core.users.UserStatus;
import java.util.List;
import java.util.stream.Stream;

/** Callers, users and settings that the storage tests share; the settings are the vendor's example. */
public final class Samples {

    public static final Caller CALLER = Caller.ofApp("202205116084", "demo-app");
    public static final Caller OTHER_APP = Caller.ofApp("202205116084", "other-app");
    public static final Caller OTHER_TENANT = Caller.ofApp("202205119999", "strange-app");

    public static final String USER = "10gg000000y6OOrNaUFs";
    public static final String SUM_USER = "1652268429538866153";
    public static final String OTHER_USER = "1660270845627002401";

    public static final OutboundSettings VENDORS = new OutboundSettings(
            CallType.BIDIRECTIONAL,
            numbers("12323", "232232", "12323", "12323"),
            numbers("12323", "232343", "233", "232343"),
            new PhoneNumber("1212121212"),
            new PhoneNumber("23232323"));

    public static final String VENDORS_JSON = "{\"callType\":\"1\","
            + "\"displayNumbers\":[\"12323\",\"232232\",\"12323\",\"12323\"],"
            + "\"softphoneNumbers\":[\"12323\",\"232343\",\"233\",\"232343\"],"
            + "\"defaultDisplayNumber\":\"1212121212\",\"defaultSoftphoneNumber\":\"23232323\"}";

    public static final OutboundSettings NOTHING = new OutboundSettings(null, null, null, null, null);

    public static final OutboundSettings EMPTY =
            new OutboundSettings(CallType.DIRECT, List.of(), List.of(), PhoneNumber.NONE, PhoneNumber.NONE);

    public static List<PhoneNumber> numbers(String... digits) {
        return Stream.of(digits).map(PhoneNumber::new).toList();
    }

    public static AddUser user(Caller caller, String userId, String sumUserId, String account) {
        return new AddUser(caller, userId, sumUserId, profile(account));
    }

    public static UserProfile profile(String account) {
        return new UserProfile(account, "Ann Özil", null, null, null, UserStatus.ACTIVE);
    }

    private Samples() {}
}
