package agentsettings.server.http.conformance;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import java.util.function.Consumer;

/**
 * Decodes requests, and fails heads that Netty would accept: words of the request line that are separated by anything but one space, a
 * Host that is missing or repeated, and a repeated Content-Type. Its limits are exact, in whatever pieces a head arrives. One for each
 * connection, on its event loop.
 */
public final class RequestDecoder extends GatedDecoder {

    /** The longest request line, without its line end. */
    public static final int REQUEST_LINE_MAX = 4 * 1024;

    /** The longest headers, all lines together without their line ends. */
    public static final int HEADERS_MAX = 8 * 1024;

    private static final int CHUNK_MAX = 8 * 1024;

    /** Netty counts the line end of an unfinished line, so its own limits are larger than ours by one line end. */
    private static final int LINE_END = 2;

    /** The first bytes of a TLS handshake. */
    private static final int TLS_HANDSHAKE = 0x1603;

    private final Consumer<ForeignProtocol> foreign;
    private boolean begun;
    private int wordEnd;
    private int hosts;
    private int contentTypes;
    private boolean headBegun;

    /**
     * Decodes nothing yet.
     *
     * @param foreign gets the protocol that the client speaks if it isn't HTTP/1; its requests are malformed all the same
     */
    RequestDecoder(Consumer<ForeignProtocol> foreign) {
        super(new Http1ServerConfig()
                .setMaxInitialLineLength(REQUEST_LINE_MAX + LINE_END)
                .setMaxHeaderSize(HEADERS_MAX + LINE_END)
                .setMaxChunkSize(CHUNK_MAX));
        this.foreign = foreign;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (!begun && message instanceof ByteBuf bytes && bytes.readableBytes() >= Short.BYTES) {
            begun = true;
            if (bytes.getUnsignedShort(bytes.readerIndex()) == TLS_HANDSHAKE) {
                foreign.accept(ForeignProtocol.TLS);
            }
        }
        super.channelRead(context, message);
    }

    /** Whether a part of a head has arrived. Called between requests only. */
    public boolean isReceivingHead() {
        return headBegun || (hasBytes() && mayRead());
    }

    @Override
    protected String splitFirstWordInitialLine(byte[] line, int start, int length) {
        if (start != 0) {
            throw new MalformedHeadException("The request line must not begin with white space.");
        }
        wordEnd = start + length;
        return super.splitFirstWordInitialLine(line, start, length);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        requireOneSpace(line, start);
        wordEnd = start + length;
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        requireOneSpace(line, start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    private void requireOneSpace(byte[] line, int nextWord) {
        if (nextWord != wordEnd + 1 || line[wordEnd] != ' ') {
            throw new MalformedHeadException(
                    "The request line must be a method, a path and an HTTP version, separated by single spaces.");
        }
    }

    @Override
    protected HttpMessage createMessage(String[] requestLine) {
        headBegun = true;
        hosts = 0;
        contentTypes = 0;
        if (requestLine[0].equals("PRI") && requestLine[2].equals("HTTP/2.0")) {
            foreign.accept(ForeignProtocol.HTTP_2);
        }
        return super.createMessage(requestLine);
    }

    @Override
    protected AsciiString splitHeaderName(byte[] line, int start, int length) {
        AsciiString name = super.splitHeaderName(line, start, length);
        if (HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)) {
            hosts++;
        } else if (HttpHeaderNames.CONTENT_TYPE.contentEqualsIgnoreCase(name)) {
            contentTypes++;
        }
        return name;
    }

    /** Netty asks this when a head is complete, and fails the head if this throws. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage head) {
        headBegun = false;
        requireLimits((HttpMessageDecoderResult) head.decoderResult());
        if (hosts > 1 || (hosts == 0 && head.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            throw new MalformedHeadException("Host: must be sent exactly once.");
        }
        if (contentTypes > 1) {
            throw new MalformedHeadException("Content-Type: must be sent only once.");
        }
        return super.isContentAlwaysEmpty(head);
    }

    private static void requireLimits(HttpMessageDecoderResult sizes) {
        if (sizes.initialLineLength() > REQUEST_LINE_MAX) {
            throw new TooLongHttpLineException();
        }
        if (sizes.headerSize() > HEADERS_MAX) {
            throw new TooLongHttpHeaderException();
        }
    }
}
