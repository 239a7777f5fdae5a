package peer.settings;

/** A valid request that conflicts with the stored data. Nothing is changed. */
public class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    private RequestException(String code, String message) {
        super(message);
        this.code = code;
    }

    public static RequestException unknownUser() {
        return new RequestException("5001", "userId: does not exist in the tenant space.");
    }

    public static RequestException settingsExist() {
        return new RequestException("5002", "userId: this user already has settings; update or delete them.");
    }

    public static RequestException noSettings() {
        return new RequestException("5003", "userId: this user has no settings.");
    }

    public static RequestException idMismatch() {
        return new RequestException("5004", "id: must be the id of this user's settings.");
    }

    public String getCode() {
        return code;
    }
}
