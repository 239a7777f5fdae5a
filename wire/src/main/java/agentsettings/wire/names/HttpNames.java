package agentsettings.wire.names;

/** The paths and the names of headers in the vendor's interface. */
public final class HttpNames {

    public static final String CREATE_PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/create";
    public static final String UPDATE_PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/update";
    public static final String QUERY_PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/query";
    public static final String DELETE_PATH = "/apiaccess/CC-Management/v1/openapp/agentsettings/delete";
    public static final String TOKEN_PATH = "/apigovernance/api/oauth/tokenByAkSk";
    public static final String USERS_PATH = "/apiaccess/rest/sum/v1/tenantSpaces/users";

    /** Some of the vendor's pages print the path of users this way, and clients copy it. */
    public static final String MISSPELLED_USERS_PATH = "/apiacces/rest/sum/v1/tenantSpaces/users";

    public static final String APP_KEY_HEADER = "X-APP-Key";
    public static final String AUTHORIZATION_HEADER = "Authorization";
    public static final String TENANT_SPACE_HEADER = "X-TenantSpaceID";
    public static final String TOKEN_EXPIRE_HEADER = "X-Token-Expire";
    public static final String IDEMPOTENCY_KEY_HEADER = "Idempotency-Key";

    private HttpNames() {}
}
