package dev.flagledger.ledger.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.proof.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeHeadTest {

    private static final String ROOT = Hash.EMPTY.toString();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 255, 256, 999_999_999_999_999_999L})
    void aHeadIsReadAsItWasWritten(long size) {
        var head = new TreeHead("flags.example/log", size, Hash.EMPTY);

        assertThat(TreeHead.parse(head.text())).isEqualTo(head);
    }

    @Test
    void linesOfExtensionsAreIgnored() {
        assertThat(TreeHead.parse("log\n7\n" + ROOT + "\nlater\nmore\n")).isEqualTo(new TreeHead("log", 7, Hash.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+7", "-7", "07", "00", "7.0", " 7", "1000000000000000000", "0x7", "\u0667"})
    void aSizeHasOneForm(String size) {
        assertThatThrownBy(() -> TreeHead.parse("log\n" + size + "\n" + ROOT + "\n"))
                .isInstanceOf(InvalidNoteException.class)
                .hasMessageContaining("not a checkpoint");
    }

    @Test
    void theThirdLineHasAnEnd() {
        for (var text : new String[] {"", "log", "log\n7\n", "log\n7\n" + ROOT}) {
            assertThatThrownBy(() -> TreeHead.parse(text)).as(text).isInstanceOf(InvalidNoteException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFVB"})
    void aRootIsAHash(String root) {
        assertThatThrownBy(() -> TreeHead.parse("log\n7\n" + root + "\n"))
                .isInstanceOf(InvalidNoteException.class)
                .hasMessageContaining("root hash");
    }
}
