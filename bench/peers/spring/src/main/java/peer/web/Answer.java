package peer.web;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What a change or a failure is answered with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(String returnCode, String returnDesc, String id) {

    static Answer done(String sentence, String id) {
        return new Answer("0", sentence, id);
    }

    static Answer failed(String code, String sentence) {
        return new Answer(code, sentence, null);
    }
}
