package peer.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The body of a query or a delete. */
record UserRequest(
        @NotNull @Pattern(regexp = UserRequest.ID, message = UserRequest.ID_RULE)
        String userId) {

    static final String ID = "[!-~]{1,64}";
    static final String ID_RULE = "must be 1 to 64 printable characters without white space.";
}
