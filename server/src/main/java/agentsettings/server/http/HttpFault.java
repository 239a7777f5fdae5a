package agentsettings.server.http;

/** Why the listener itself fails a request. Each door says it in its own form. */
public sealed interface HttpFault {

    /** The request line or a header is not valid HTTP; {@code reason} is for the client. */
    record MalformedHead(String reason) implements HttpFault {}

    /** More requests come from the client's address than may. */
    record TooManyRequests() implements HttpFault {}

    /** The body has a transfer coding other than chunked. */
    record UnsupportedTransferCoding() implements HttpFault {}

    /** The request line is longer than {@code bytesMax}. */
    record RequestLineTooLong(int bytesMax) implements HttpFault {}

    /** The headers are longer than {@code bytesMax}. */
    record HeadersTooLong(int bytesMax) implements HttpFault {}

    /** The framing of the body is not valid HTTP. */
    record MalformedBody() implements HttpFault {}

    /** The body is larger than {@code bytesMax}, or is announced to be. */
    record BodyTooLarge(long bytesMax) implements HttpFault {}

    /** The request has not arrived in time; nothing was done. */
    record RequestTimeout() implements HttpFault {}

    /** The door has not responded in time; whether it did what was requested is unknown. */
    record ResponseTimeout() implements HttpFault {}
}
