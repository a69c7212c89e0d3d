package dev.flagledger.contract.http.server.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each response contains what was read ahead of the request's body, and what a handler then reads. */
class ReadAheadTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Server server = new Server();
    private final LocalConnector connector = connector();

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                return answered(request, response, callback);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 600, ReadAhead.MAX_LENGTH})
    void aBodyThatHasArrivedIsReadAheadAndReadAgain(int length) throws Exception {
        var body = "x".repeat(length);

        assertThat(connector.getResponse(post("Content-Length: " + length, body)))
                .endsWith("ahead: " + body + ", read: " + body);
    }

    @Test
    void theNextRequestFollowsTheBody() throws Exception {
        var endPoint = connector.connect();
        endPoint.addInput(post("Content-Length: 3", "one") + post("Content-Length: 3", "two"));

        assertThat(endPoint.getResponse()).endsWith("ahead: one, read: one");
        assertThat(endPoint.getResponse()).endsWith("ahead: two, read: two");
    }

    @Test
    void aBodyThatIsTooLongIsLeft() throws Exception {
        var body = "x".repeat(ReadAhead.MAX_LENGTH + 1);

        assertThat(connector.getResponse(post("Content-Length: " + body.length(), body)))
                .endsWith("ahead: null, read: " + body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 3\r\nExpect: 100-continue"})
    void chunkedAndExpectedBodiesAreLeft(String header) throws Exception {
        var body = header.startsWith("Content") ? "one" : "3\r\none\r\n0\r\n\r\n";
        var endPoint = connector.connect();
        endPoint.addInput(post(header, body));

        assertThat(endPoint.getResponse()).endsWith("ahead: null, read: one");
    }

    @Test
    void aRequestWithoutABodyHasNone() throws Exception {
        assertThat(connector.getResponse("GET / HTTP/1.1\r\nHost: fl\r\n\r\n")).endsWith("ahead: null, read: ");
        assertThat(connector.getResponse(post("Content-Length: 0", ""))).endsWith("ahead: null, read: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anIncompleteBodyIsReadToItsEndLater(int sooner) throws Exception {
        var whole = post("Content-Length: 6", "onetwo");
        int sent = whole.length() - "onetwo".length() + sooner;
        LocalEndPoint endPoint = connector.connect();
        endPoint.addInput(whole.substring(0, sent));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        endPoint.addInput(whole.substring(sent));

        assertThat(endPoint.getResponse()).endsWith("ahead: null, read: onetwo");
    }

    @Test
    void aBodyThatEndsTooSoonFailsItsReader() throws Exception {
        LocalEndPoint endPoint = connector.connect();
        endPoint.addInput(post("Content-Length: 6", "one"));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        endPoint.addInputEOF();

        assertThat(endPoint.getResponse()).contains("HTTP/1.1 400");
    }

    private static String post(String headers, String body) {
        return "POST / HTTP/1.1\r\nHost: fl\r\n" + headers + "\r\n\r\n" + body;
    }

    private LocalConnector connector() {
        var http = new HttpConnectionFactory();
        http.getHttpConfiguration().addCustomizer(new ReadAhead());
        return new LocalConnector(server, http);
    }

    private boolean answered(Request request, Response response, Callback callback) {
        var ahead = text(BodyAhead.wholeOf(request));
        begun.countDown();
        Content.Source.asString(request, US_ASCII, new Promise<>() {
            @Override
            public void succeeded(String read) {
                var answer = US_ASCII.encode("ahead: " + ahead + ", read: " + read);
                response.getHeaders().put("Content-Length", answer.remaining());
                response.write(true, answer, callback);
            }

            @Override
            public void failed(Throwable failure) {
                Response.writeError(request, response, callback, 400);
            }
        });
        return true;
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, US_ASCII);
    }
}
