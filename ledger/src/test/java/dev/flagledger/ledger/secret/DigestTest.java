package dev.flagledger.ledger.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** The example of FIPS 180-4. */
    @Test
    void itIsSha256() {
        assertThat(HexFormat.of().formatHex(Digest.sha256("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void textsAreDigestedInUtf8() {
        assertThat(Digest.sha256("å")).isEqualTo(Digest.sha256(new byte[] {(byte) 0xc3, (byte) 0xa5}));
    }
}
