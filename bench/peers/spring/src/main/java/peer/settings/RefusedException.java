package peer.settings;

/** The request is sound, but doesn't fit what is stored; nothing is changed. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    private RefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    public static RefusedException unknownUser() {
        return new RefusedException("5001", "userId: does not exist in the tenant space.");
    }

    public static RefusedException settingsExist() {
        return new RefusedException("5002", "userId: this user already has settings; update or delete them.");
    }

    public static RefusedException noSettings() {
        return new RefusedException("5003", "userId: this user has no settings.");
    }

    public static RefusedException idMismatch() {
        return new RefusedException("5004", "id: must be the id of this user's settings.");
    }

    public String getCode() {
        return code;
    }
}
