package agentsettings.server.routes;

import agentsettings.server.http.HttpFault;
import agentsettings.wire.RequestException;
import agentsettings.wire.ReturnCode;

/** What the vendor's interface says of requests that are not valid HTTP or exceed a limit. */
final class HttpFaults {

    /** The refusal of a request with this fault. */
    static RequestException refusal(HttpFault fault) {
        return switch (fault) {
            case HttpFault.MalformedHead(String reason) -> new RequestException(ReturnCode.VALUE_REFUSED, reason);
            case HttpFault.TooManyRequests() ->
                new RequestException(
                        ReturnCode.TOO_MANY_REQUESTS,
                        "The client's address exceeds its limit of requests per second; retry later.");
            case HttpFault.UnsupportedTransferCoding() ->
                new RequestException(ReturnCode.TRANSFER_CODING, "Transfer-Encoding: only chunked is supported.");
            case HttpFault.RequestLineTooLong(int max) -> tooLarge("The request line exceeds", max);
            case HttpFault.HeadersTooLong(int max) -> tooLarge("The headers exceed", max);
            case HttpFault.BodyTooLarge(long max) -> tooLarge("The body exceeds", max);
            case HttpFault.MalformedBody() ->
                new RequestException(ReturnCode.VALUE_REFUSED, "The framing of the body is not valid HTTP.");
            case HttpFault.RequestTimeout(), HttpFault.ResponseTimeout() ->
                throw new IllegalArgumentException("a timeout is no refusal");
        };
    }

    private static RequestException tooLarge(String what, long bytesMax) {
        return new RequestException(ReturnCode.TOO_LARGE, what + " the limit of " + bytesMax + " bytes.");
    }

    private HttpFaults() {}
}
