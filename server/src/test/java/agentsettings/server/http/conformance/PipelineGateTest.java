package agentsettings.server.http.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request passes when the response before is written and the client reads, and nothing is read from a connection meanwhile. */
final class PipelineGateTest {

    /** The path of a request whose receiver forbids reading. */
    private static final String WANTS_NO_MORE = "/wants-no-more";

    private final List<String> passed = new ArrayList<>();
    private final RequestDecoder decoder = new RequestDecoder(foreign -> {});
    private int reads;

    private final EmbeddedChannel channel = new EmbeddedChannel(
            new ChannelOutboundHandlerAdapter() {
                @Override
                public void read(ChannelHandlerContext context) {
                    reads++;
                }
            },
            decoder,
            new PipelineGate(decoder),
            new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object message) {
                    if (message instanceof HttpRequest request) {
                        passed.add(request.uri());
                        if (request.uri().equals(WANTS_NO_MORE)) {
                            context.channel().config().setAutoRead(false);
                        }
                    }
                    if (message instanceof LastHttpContent) {
                        passed.add("end");
                    }
                    ReferenceCountUtil.release(message);
                }

                @Override
                public void userEventTriggered(ChannelHandlerContext context, Object event) {
                    passed.add(event == ChannelInputShutdownEvent.INSTANCE ? "end of the side" : "other");
                }
            });

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aRequestWaitsForTheResponseBefore() {
        receive(request("/1"));
        receive(request("/2"));
        receive(request("/3"));
        assertThat(passed).containsExactly("/1", "end");
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", "/2", "end");
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", "/2", "end", "/3", "end");
    }

    @Test
    void continueIsNoResponse() {
        receive(head("/1", 1));
        respond(HttpResponseStatus.CONTINUE);
        receive("x" + request("/2"));
        assertThat(passed).containsExactly("/1", "end");
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", "/2", "end");
    }

    @Test
    void aRequestWaitsUntilTheClientReads() {
        setWritable(false);
        receive(request("/1"));
        assertThat(passed).isEmpty();
        setWritable(true);
        assertThat(passed).containsExactly("/1", "end");
    }

    @Test
    void nothingIsReadWhileARequestWaits() {
        receive(request("/1"));
        assertThat(channel.config().isAutoRead()).isTrue();
        receive(request("/2"));
        assertThat(channel.config().isAutoRead()).isFalse();
        respond(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void nothingIsReadWhileTheClientDoesNotRead() {
        setWritable(false);
        receive(request("/1"));
        int before = reads;
        channel.read();
        assertThat(reads).isEqualTo(before);
        assertThat(channel.config().isAutoRead()).isFalse();
        setWritable(true);
        assertThat(reads).isGreaterThan(before);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void whoGetsWhatHasWaitedMayForbidReading() {
        receive(request("/1"));
        receive(request(WANTS_NO_MORE));
        int before = reads;
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", WANTS_NO_MORE, "end");
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(reads).isEqualTo(before);
        channel.config().setAutoRead(true);
        assertThat(reads).isGreaterThan(before);
    }

    @Test
    void theEndComesBehindTheRequests() {
        receive(request("/1"));
        receive(request("/2"));
        channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        assertThat(passed).containsExactly("/1", "end");
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", "/2", "end", "end of the side");
    }

    @Test
    void whatWaitsEndsWithTheConnection() {
        receive(request("/1"));
        receive(request("/2"));
        var _ = channel.close();
        assertThat(passed).containsExactly("/1", "end");
    }

    @Test
    void manyAtOnceComeOneAfterTheOther() {
        receive(request("/1") + request("/2") + request("/3").substring(0, 7));
        respond(HttpResponseStatus.OK);
        assertThat(passed).containsExactly("/1", "end", "/2", "end");
        respond(HttpResponseStatus.OK);
        receive(request("/3").substring(7));
        assertThat(passed).containsExactly("/1", "end", "/2", "end", "/3", "end");
    }

    private void receive(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static String request(String path) {
        return head(path, 0);
    }

    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private void respond(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
        channel.runPendingTasks();
    }

    private void setWritable(boolean isWritable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, isWritable);
        channel.runPendingTasks();
    }
}
