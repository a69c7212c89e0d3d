package dev.flagledger.ledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void linesEndWithALineFeedOnly() throws IOException {
        assertThat(lines("a\nb\r\nc\u2028d\n")).containsExactly("a", "b\r", "c\u2028d");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(lines("a\nb")).containsExactly("a", "b");
        assertThat(lines("a\n\n")).containsExactly("a", "");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void linesAreLongerThanTheBuffer() throws IOException {
        var lengths = List.of(65_535, 65_536, 65_537, 200_000, 0, 1);
        var text = new StringBuilder();
        lengths.forEach(length -> text.append("x".repeat(length)).append('\n'));

        assertThat(lines(text.toString()).stream().map(String::length)).isEqualTo(lengths);
    }

    @Test
    void bytesThatAreNoTextAreKept() throws IOException {
        var bytes = new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n', (byte) 0xa4};
        var lines = new Lines(new ByteArrayInputStream(bytes));

        assertThat(lines.next()).containsExactly(0xff, 0, 0xc3);
        assertThat(lines.next()).containsExactly(0xa4);
        assertThat(lines.next()).isNull();
    }

    @Test
    void aLineThatNeverEndsIsNotKeptInMemory() throws IOException {
        var lines = new Lines(stream("12345\n123456\n"), 5);

        assertThat(lines.next()).hasSize(5);
        assertThatThrownBy(lines::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aLineBeginsWithAllBytesOfAPrefix() {
        assertThat(Lines.begins(bytes("abc"), bytes("ab"))).isTrue();
        assertThat(Lines.begins(bytes("ab"), bytes("ab"))).isTrue();
        assertThat(Lines.begins(bytes("a"), bytes("ab"))).isFalse();
        assertThat(Lines.begins(bytes("xab"), bytes("ab"))).isFalse();
    }

    private static List<String> lines(String text) throws IOException {
        var lines = new Lines(stream(text));
        var all = new ArrayList<String>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            all.add(new String(line, StandardCharsets.UTF_8));
        }
        return all;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
