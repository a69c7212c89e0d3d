package dev.flagledger.query.sdk.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

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
    void theCompressedFormIsMadeOnceAndNotByThoseWhoMustNotWait() {
        assertThat(body.ready(false)).isNotNull();
        assertThat(body.ready(true)).isNull();

        var made = body.bytes(true);

        assertThat(body.ready(true)).isNotNull();
        assertThat(body.bytes(true)).isSameAs(made);
    }
}
