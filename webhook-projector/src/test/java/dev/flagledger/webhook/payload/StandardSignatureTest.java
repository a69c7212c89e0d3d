package dev.flagledger.webhook.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with what the Python library {@code standardwebhooks} 1.1 computes. */
class StandardSignatureTest {

    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, msg_p5jXN8AQM9LWM0D4loKWxJek, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='",
        "clé, 41-7-0, 'v1,10PTvQq2Ipn2PYkzAvAJPLnwJJno1osQ0+kOssg5Jkc='"
    })
    void theStandardSignatureIsThatOfTheLibrary(String secret, String id, String signature) {
        assertThat(StandardSignature.of(secret, id, Instant.ofEpochSecond(1_614_265_330), BODY))
                .isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource({"whsec_", "whsec_not base64", "whsec_é"})
    void aSecretThatOnlyLooksLikeAnEncodedKeyIsUsedAsText(String secret) {
        assertThat(StandardSignature.of(secret, "1", Instant.EPOCH, BODY))
                .startsWith("v1,")
                .isNotEqualTo(StandardSignature.of(secret + "x", "1", Instant.EPOCH, BODY));
    }
}
