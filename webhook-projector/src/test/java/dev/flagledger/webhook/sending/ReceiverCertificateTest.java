package dev.flagledger.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.webhook.sending.Outcome.Answered;
import dev.flagledger.webhook.sending.Outcome.Unreached;
import dev.flagledger.webhook.testing.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receivers with TLS, whose certificates an authority issued that this JVM trusts, as an operator would make it. */
class ReceiverCertificateTest {

    private static final String TRUST = "javax.net.ssl.trustStore";

    @TempDir
    private static Path directory;

    private static TestAuthority authority;
    private static HttpSender sender;

    @BeforeAll
    static void trust() throws GeneralSecurityException, IOException {
        authority = TestAuthority.in(directory);
        authority.issue("good", "localhost", "-1d");
        authority.issue("expired", "localhost", "-9d");
        authority.issue("elsewhere", "elsewhere.test", "-1d");
        authority.issueItself("unknown", "localhost");
        System.setProperty(TRUST, authority.trusted().toString());
        System.setProperty(TRUST + "Password", TestAuthority.PASSWORD);
        try {
            sender = new HttpSender(
                    Settings.with("connect-timeout=1s", "response-timeout=1s", "deadline=3s"), HttpSenderBase.LOOPBACK);
        } finally {
            System.clearProperty(TRUST);
            System.clearProperty(TRUST + "Password");
        }
    }

    @AfterAll
    static void close() throws IOException {
        sender.close();
    }

    @Test
    void aGoodCertificateIsAccepted() throws Exception {
        assertThat(sendTo("good", "localhost")).isEqualTo(new Answered(200));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, localhost, unable to find valid certification path",
        "expired, localhost, validity check failed",
        "elsewhere, localhost, match",
        "good, 127.0.0.1, match"
    })
    void anyOtherIsRefusedBeforeTheMessageIsSent(String certificate, String host, String reason) throws Exception {
        assertUnreached(sendTo(certificate, host), reason);
    }

    @Test
    void plainHttpAtTheUrlOfTlsIsUnreached() throws IOException {
        try (var receiver = RawReceiver.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertUnreached(send("https://127.0.0.1:" + receiver.port() + "/"), "SSL");
        }
    }

    @Test
    void silenceInTheHandshakeIsUnreached() throws IOException {
        try (var receiver = new RawReceiver(socket -> socket.getInputStream().readAllBytes())) {
            assertUnreached(send("https://127.0.0.1:" + receiver.port() + "/"), "timed out");
        }
    }

    private static Outcome sendTo(String certificate, String host) throws IOException, GeneralSecurityException {
        try (var receiver = new RawReceiver(authority.serverSocket(certificate), socket -> {
            socket.getInputStream().read(new byte[8192]);
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            return send("https://" + host + ":" + receiver.port() + "/");
        }
    }

    private static Outcome send(String url) {
        return sender.send(HttpSenderBase.message(url));
    }

    private static void assertUnreached(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unreached.class,
                        unreached -> assertThat(unreached.reason()).containsIgnoringCase(reason));
    }
}
