package dev.flagledger.ledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.proof.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractHeaderTest {

    private static final VerifierKey KEY =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");

    @Test
    void aHeaderIsReadAsItWasWritten() {
        var header = new ExtractHeader(KEY, "a\n\"b\"\n\n— c d\n", 3, null, Map.of("actor", "user:3"));

        var read = ExtractHeader.parse(bytes(header.line()));

        assertThat(read.key()).hasToString(KEY.toString());
        assertThat(read.checkpoint()).isEqualTo(header.checkpoint());
        assertThat(read.organisation()).isEqualTo(3);
        assertThat(read.project()).isNull();
        assertThat(read.filter()).isEqualTo(header.filter());
    }

    @Test
    void onlyAnExtractWithoutAChoiceIsWhole() {
        assertThat(new ExtractHeader(KEY, "", null, null, Map.of()).whole()).isTrue();
        assertThat(new ExtractHeader(KEY, "", 1, null, Map.of()).whole()).isFalse();
        assertThat(new ExtractHeader(KEY, "", null, 1, Map.of()).whole()).isFalse();
        assertThat(new ExtractHeader(KEY, "", null, null, Map.of("object", "feature:7")).whole())
                .isFalse();
        assertThat(ExtractHeader.parse(bytes("{'flagledger':'extract/1','key':'" + KEY + "','checkpoint':''}"))
                        .whole())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            x | not an extract
            [] | not an extract of this version
            'extract/1' | not an extract of this version
            {'flagledger':'extract/2'} | not an extract of this version
            {'flagledger':{}} | not an extract of this version
            {'flagledger':'extract/1','key':'KEY'} | not an extract
            {'flagledger':'extract/1','checkpoint':''} | not an extract
            {'flagledger':'extract/1','key':{},'checkpoint':''} | not an extract
            {'flagledger':'extract/1','key':'PeterNeumann','checkpoint':''} | no valid key: A key looks like name+id+key
            {'flagledger':'extract/1','key':'KEY','checkpoint':'','project':'x'} | not an extract
            {'flagledger':'extract/1','key':'KEY','checkpoint':'','organisation':3000000000} | not an extract
            {'flagledger':'extract/1','key':'KEY','checkpoint':'','organisation':1.5} | not an extract
            {'flagledger':'extract/1','key':'KEY','checkpoint':'','filter':{'from':{}}} | not an extract
            """)
    void otherLinesAreNoHeaders(String line, String reason) {
        assertThatThrownBy(() -> ExtractHeader.parse(bytes(line.replace("KEY", KEY.toString()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static byte[] bytes(String line) {
        return line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
