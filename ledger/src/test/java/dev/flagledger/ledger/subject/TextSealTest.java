package dev.flagledger.ledger.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.secret.AesGcm;
import dev.flagledger.ledger.secret.BrokenSealException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSealTest {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final TextLocation NAME = new TextLocation("e1", "/actor/name");

    private final TextSeal texts = new TextSeal(AesGcm.random());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rover",
                "Gr\u00fc\u00dfe \ud83d\ude42",
                "a \"quoted\" \\ text\n",
                "half \ud83d of a pair",
                "\u0000"
            })
    void everyTextIsOpenedAsItWasSealed(String text) {
        assertThat(texts.open(KEY, texts.seal(KEY, text, NAME), NAME)).isEqualTo(text);
    }

    @Test
    void aTextIsBoundToItsEntryAndPath() {
        var sealed = texts.seal(KEY, "Rover", NAME);

        assertThatThrownBy(() -> texts.open(KEY, sealed, new TextLocation("e2", "/actor/name")))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> texts.open(KEY, sealed, new TextLocation("e1", "/address")))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void theSealedFormIsUrlSafeBase64WithoutPadding() {
        assertThat(texts.seal(KEY, "Rover", NAME)).matches("[A-Za-z0-9_-]+");
        assertThatThrownBy(() -> texts.open(KEY, "not base64!", NAME)).isInstanceOf(IllegalArgumentException.class);
    }
}
