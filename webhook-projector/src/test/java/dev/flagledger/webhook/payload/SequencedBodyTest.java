package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SequencedBodyTest {

    @Test
    void theNumberStandsWhereTheCanonicalFormHasIt() {
        var body = Map.of("data", Map.of("changed_by", "ana"), "event_type", "FLAG_UPDATED");
        var whole = Map.of("data", Map.of("changed_by", "ana"), "event_type", "FLAG_UPDATED", "sequence", 8_121L);

        assertThat(SequencedBody.of(CanonicalJson.bytes(body), 8_121)).isEqualTo(CanonicalJson.bytes(whole));
    }

    @Test
    void theBodyItselfIsNotChanged() {
        var body = "{\"data\": {}}".getBytes(US_ASCII);

        assertThat(SequencedBody.of(body, 1)).asString().isEqualTo("{\"data\": {}, \"sequence\": 1}");
        assertThat(body).asString().isEqualTo("{\"data\": {}}");
    }
}
