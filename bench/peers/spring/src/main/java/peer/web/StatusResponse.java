package peer.web;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The response body of a change or a failure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusResponse(String returnCode, String returnDesc, String id) {

    static StatusResponse done(String sentence, String id) {
        return new StatusResponse("0", sentence, id);
    }

    static StatusResponse failed(String code, String sentence) {
        return new StatusResponse(code, sentence, null);
    }
}
