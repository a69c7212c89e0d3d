package dev.flagledger.webhook.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.SigningKeys;
import dev.flagledger.testing.Receiver;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTextTest extends HttpSenderBase {

    @Test
    void itIsShortAndPrintable() {
        assertThat(text("no\0such\r\n\u001b[31mhook ")).isEqualTo("no such [31mhook");
        assertThat(text("\ud83d\ude00".repeat(1_500))).isEqualTo("\ud83d\ude00".repeat(1_000));
        assertThat(AnswerText.of(new byte[] {'a', (byte) 0xff, 'b'}, List.of())).isEqualTo("a\ufffdb");
        assertThat(text("")).isEmpty();
    }

    @Test
    void whatTheReceiverRepeatsOfSecretsIsHidden() {
        try (var receiver = Receiver.answering(exchange -> {
            var headers = exchange.getRequestHeaders();
            var answer = "s3cret, old, " + headers.getFirst("X-Flagsmith-Signature") + ", "
                    + headers.getFirst("webhook-signature");
            exchange.sendResponseHeaders(400, answer.length());
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
        })) {
            var keys = new SigningKeys("s3cret", "old", null);

            var reply = sender.post(new Message("1-1-0", 7, receiver.url(), keys, BODY, Instant.EPOCH));

            assertThat(reply.outcome()).isEqualTo(new Outcome.Answered(400));
            assertThat(reply.answer()).isEqualTo("(hidden), (hidden), (hidden), (hidden) (hidden)");
            assertThat(reply.signedBy()).containsExactly("X-Flagsmith-Signature", "webhook-signature");
        }
    }

    private static String text(String body) {
        return AnswerText.of(body.getBytes(UTF_8), List.of());
    }
}
