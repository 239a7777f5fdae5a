package agentsettings.acceptance.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The garbage test's own judge tells whole requests from those that the server may still wait for. */
class CompletenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "\r\n noise\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
                "POST / HTTP/1.1\r\ncontent-length : 2\r\n\r\n{}and more",
                "POST / HTTP/1.1\r\nContent-Length: -2\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 16385\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n"
            })
    void anAnswerIsOwed(String request) {
        assertThat(Completeness.owesResponse(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\n\n",
                "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{",
                "POST / HTTP/1.1\r\nX: y\nContent-Length: 2\r\n\r\n{}",
                "POST / HTTP/1.1\r\nContent-Length: 2\r\n \r\n\r\n{}",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: y\r\n"
            })
    void noAnswerIsOwed(String request) {
        assertThat(Completeness.owesResponse(request)).isFalse();
    }
}
