package dev.flagledger.query.sdk.flags.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedBodyTest {

    private static final byte[] PLAIN = "[{\"enabled\":true}]".repeat(100).getBytes(StandardCharsets.UTF_8);

    private final PreparedBody body = new PreparedBody(PLAIN);

    @Test
    void bothFormsHaveTheSameContent() throws IOException {
        assertThat(body.bytes(false)).isEqualTo(PLAIN);
        assertThat(body.bytes(true)).hasSizeLessThan(PLAIN.length / 10);
        try (var content = new GZIPInputStream(new ByteArrayInputStream(body.bytes(true)))) {
            assertThat(content.readAllBytes()).isEqualTo(PLAIN);
        }
    }

    @Test
    void theBodyIsCompressedOnceAndNeverByIsReady() {
        assertThat(body.isReady(false)).isTrue();
        assertThat(body.isReady(true)).isFalse();

        var made = body.bytes(true);

        assertThat(body.isReady(true)).isTrue();
        assertThat(body.bytes(true)).isSameAs(made);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachFormHasALengthOfItsOwn(boolean compressed) {
        assertThat(body.contentLength(compressed).toString())
                .isEqualTo("Content-Length: " + body.bytes(compressed).length);
    }

    @Test
    void theHeaderWithTheLastChangeIsCached() {
        var first = body.updatedAt(Instant.ofEpochSecond(5));

        assertThat(first.toString()).isEqualTo("X-Flagsmith-Document-Updated-At: 5.0");
        assertThat(body.updatedAt(Instant.ofEpochSecond(5))).isSameAs(first);
        assertThat(body.updatedAt(Instant.ofEpochSecond(6)).getValue()).isEqualTo("6.0");
        assertThat(body.updatedAt(Instant.ofEpochSecond(5)).getValue()).isEqualTo("5.0");
    }
}
