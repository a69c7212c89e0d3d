package dev.flagledger.ledger.proof.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryColumnsTest {

    private static final String ENTRY =
            "{'actor':{'id':7,'kind':'USER','name':{'of':'user:7','sealed':'x'}},'address':null,"
                    + "'at':'2031-01-01T00:00:00.000000Z','event':{'type':'no','stream':['x']},'id':'a','later':{'kind':1},"
                    + "'request':'r','revision':2,'sequence':3,'stream':'s','type':'t'}";

    @Test
    void whatAnEntrySaysIsReadAndTheRestPassedOver() {
        assertThat(read(ENTRY))
                .isEqualTo(new EntryColumns("s", 3, "t", 2, "a", "2031-01-01T00:00:00.000000Z", "USER", 7L, "r"));
    }

    @Test
    void aServerActsWithoutAnId() {
        var entry = ENTRY.replace("'id':7", "'id':null").replace("'r'", "null");

        assertThat(read(entry))
                .isEqualTo(new EntryColumns("s", 3, "t", 2, "a", "2031-01-01T00:00:00.000000Z", "USER", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{'type':'t'}", "{'type'", "{'sequence':'x'}"})
    void otherBytesAreNoEntry(String text) {
        assertThat(read(text)).isNull();
        assertThat(read(ENTRY + "{}")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "'stream':'s', 'stream':'x', aggregate_id",
                "'sequence':3, 'sequence':4, sequence_number",
                "'type':'t', 'type':'x', payload_type or payload_revision",
                "'revision':2, 'revision':1, payload_type or payload_revision",
                "'id':'a', 'id':'b', event_id",
                "'at':'2031, 'at':'2032, recorded_at",
                "'kind':'USER', 'kind':'SYSTEM', actor_kind or actor_id",
                "'id':7, 'id':null, actor_kind or actor_id",
                "'request':'r', 'request':null, request_id"
            })
    void aDifferenceIsNamedByItsColumn(String from, String to, String column) {
        var one = Objects.requireNonNull(read(ENTRY));
        var other = Objects.requireNonNull(read(ENTRY.replace(from, to)));

        assertThat(one.differing(other)).isEqualTo(column);
        assertThat(other.differing(one)).isEqualTo(column);
        assertThat(one.differing(one)).isNull();
    }

    private static @Nullable EntryColumns read(String text) {
        return EntryColumns.of(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
