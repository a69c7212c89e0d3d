package dev.flagledger.query.event.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.query.event.table.EventView;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
    void aFormulaIsText(String text) {
        assertThat(EventSheet.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void aFormulaInQuotesIsTextToo() {
        assertThat(EventSheet.cell("=a,\"b\"")).isEqualTo("\"'=a,\"\"b\"\"\"");
        assertThat(EventSheet.cell("\rx")).isEqualTo("\"'\rx\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {"plain;plain", "a,b;\"a,b\"", "say \"hi\";\"say \"\"hi\"\"\"", "a=b;a=b"})
    void onlyWhatMustBeIsQuoted(String text, String cell) {
        assertThat(EventSheet.cell(text)).isEqualTo(cell);
    }

    @Test
    void linesWithinACellAreQuoted() {
        assertThat(EventSheet.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(EventSheet.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(EventSheet.cell(null)).isEmpty();
    }

    @Test
    void aRowHasACellForEachColumnOfWhichTheLeafIsNoFormula() {
        var event = new EventView(
                7,
                new UUID(1, 2),
                "2031-01-01T00:00:00Z",
                "user.logged-in",
                "other",
                null,
                null,
                null,
                "user:1",
                null,
                null,
                null,
                new ActorView("user", 1, "ana@example.test"),
                "192.0.2.7",
                null,
                "r-1",
                null,
                "User logged in: ana@example.test",
                "[]");

        var leaf = Hash.parse("+2aL+PjPX3C0jOiHy2/nM0mzvHOZj6fSPf+wnC3OYyA=");
        var row = EventSheet.row(event, leaf);
        assertThat(row)
                .isEqualTo("7,00000000-0000-0001-0000-000000000002,2031-01-01T00:00:00Z,user.logged-in,other,,,,user:1,"
                        + ",,,user,1,ana@example.test,192.0.2.7,,r-1,,User logged in: ana@example.test,[],"
                        + "fb668bf8f8cf5f70b48ce887cb6fe73349b3bc73998fa7d23dffb09c2dce6320\r\n");
        assertThat(row.split(",", -1)).hasSameSizeAs(EventSheet.HEAD.split(",", -1));
    }
}
