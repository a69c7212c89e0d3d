package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import dev.flagledger.webhook.payload.FlagsmithSignature;
import dev.flagledger.webhook.payload.StandardSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpSenderRequestTest extends HttpSenderBase {

    @Test
    void theRequestHasTheContractsHeaders() {
        try (var receiver = Receiver.answering(200)) {
            sender.send(new Message(
                    "41-7-0", receiver.url() + "?a=%2F#x", "clé", BODY, Instant.parse("2031-05-06T07:08:09.5Z")));

            var request = receiver.next();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/hook?a=%2F");
            assertThat(request.body()).isEqualTo("{\"data\": {}}");
            assertThat(request.headers().get("content-type")).containsExactly("application/json");
            assertThat(request.headers().get("X-Flagsmith-Signature"))
                    .containsExactly(FlagsmithSignature.of("clé", BODY));
            assertThat(request.headers().get("webhook-signature"))
                    .containsExactly(StandardSignature.of("clé", "41-7-0", Instant.ofEpochSecond(1_935_817_689), BODY));
            assertThat(request.headers().get("webhook-id")).containsExactly("41-7-0");
            assertThat(request.headers().get("webhook-timestamp")).containsExactly("1935817689");
            assertThat(request.header("User-Agent")).startsWith("Flagledger");
            assertThat(request.headers()).doesNotContainKeys("Accept-encoding", "Upgrade", "Authorization", "Cookie");
        }
    }

    @Test
    void withoutASecretThereIsNoSignature() {
        try (var receiver = Receiver.answering(200)) {
            send(receiver.url());

            assertThat(receiver.next().headers()).doesNotContainKeys("X-flagsmith-signature", "Webhook-signature");
        }
    }

    @Test
    void connectionsAreReusedButCookiesAreNotStored() {
        try (var receiver = Receiver.answering(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
        })) {
            send(receiver.url());
            send(receiver.url());

            var first = receiver.next();
            var second = receiver.next();
            assertThat(second.fromPort()).isEqualTo(first.fromPort());
            assertThat(second.headers()).doesNotContainKey("Cookie");
        }
    }
}
