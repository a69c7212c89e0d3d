package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.Shop;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.TestFlags;
import dev.flagledger.query.sdk.flags.body.WrittenFlags;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Responses to clients that do not read. */
class PooledResponsesTest {

    private final Server server = new Server();
    private final CompletableFuture<Request> request = new CompletableFuture<>();
    private final CompletableFuture<Response> response = new CompletableFuture<>();
    private final Queue<Callback> pending = new ArrayDeque<>();
    private final List<ByteBuffer> written = new ArrayList<>();
    private final WrittenFlags defaults =
            TestFlags.prepared(JsonMapper.shared()).of(live());
    private final PooledResponses pooled = new PooledResponses();

    @BeforeEach
    void start() throws Exception {
        var connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request received, Response original, Callback completion) {
                request.complete(received);
                response.complete(new Response.Wrapper(received, original) {
                    @Override
                    public void write(boolean last, ByteBuffer bytes, Callback callback) {
                        written.add(bytes);
                        pending.add(callback);
                    }
                });
                return true;
            }
        });
        server.start();
        connector.connect().addInput("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void onlySoManyBuffersAreInUse() {
        for (int i = 0; i < PooledResponses.MOST + 10; i++) {
            write(100);
        }

        assertThat(written.stream().filter(ByteBuffer::isDirect)).hasSize(PooledResponses.MOST);
        assertThat(written).allSatisfy(bytes -> assertThat(bytes.remaining()).isEqualTo(102));
    }

    @Test
    void aWrittenBufferIsFreeAgainAlsoAfterAFailure() {
        for (int i = 0; i < PooledResponses.MOST; i++) {
            write(100);
        }
        pending.remove().succeeded();
        pending.remove().failed(new IllegalStateException("gone"));

        write(100);
        write(100);
        write(100);
        assertThat(written.subList(PooledResponses.MOST, written.size()))
                .extracting(ByteBuffer::isDirect)
                .containsExactly(true, true, false);
    }

    @Test
    void aLargeResponseTakesNoBuffer() {
        write(70_000);

        assertThat(written)
                .singleElement()
                .satisfies(bytes -> assertThat(bytes.isDirect()).isFalse());
    }

    private static SdkRequest live() {
        var installation = Shop.withBasket().state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(installation, project, project.environment(Shop.LIVE), Audience.SERVER);
    }

    private void write(int length) {
        var head = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
        var answer = new IdentityResponse.Builder(head, defaults).build();
        pooled.write(answer, request.join(), response.join(), Callback.NOOP);
    }
}
