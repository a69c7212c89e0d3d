package dev.flagledger.ledger.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AesGcmTest {

    private static final byte[] PLAIN = "rover@example.test".getBytes(UTF_8);
    private static final byte[] PLACE = "user:3".getBytes(UTF_8);

    private final AesGcm cipher = AesGcm.random();
    private final SecretKey key = key(1);

    @Test
    void sealedBytesOpenWithTheirKeyAndAssociatedData() {
        var sealed = cipher.seal(key, PLAIN, PLACE);

        assertThat(sealed).hasSize(12 + PLAIN.length + 16);
        assertThat(cipher.open(key, sealed, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void emptyBytesAreSealedToo() {
        assertThat(cipher.open(key, cipher.seal(key, new byte[0], PLACE), PLACE))
                .isEmpty();
    }

    @Test
    void eachSealHasANonceOfItsOwn() {
        assertThat(cipher.seal(key, PLAIN, PLACE)).isNotEqualTo(cipher.seal(key, PLAIN, PLACE));
    }

    /** Test case 14 of the GCM specification: 16 zero bytes under a zero key of 32 bytes and a zero nonce. */
    @Test
    void theFormIsThatOfTheSpecification() {
        var sealed = new AesGcm(_ -> {}).seal(key(0), new byte[16], new byte[0]);

        assertThat(HexFormat.of().formatHex(sealed, 12, sealed.length))
                .isEqualTo("cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
    }

    @Test
    void anotherKeyDoesNotOpenThem() {
        var sealed = cipher.seal(key, PLAIN, PLACE);

        assertThatThrownBy(() -> cipher.open(key(2), sealed, PLACE)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void otherAssociatedDataDoNotOpenThem() {
        var sealed = cipher.seal(key, PLAIN, PLACE);

        assertThatThrownBy(() -> cipher.open(key, sealed, "user:4".getBytes(UTF_8)))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void aChangeOfAnyByteIsDetected() {
        var sealed = cipher.seal(key, PLAIN, PLACE);

        IntStream.range(0, sealed.length).forEach(index -> {
            var changed = sealed.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> cipher.open(key, changed, PLACE)).isInstanceOf(BrokenSealException.class);
        });
    }

    @Test
    void truncatedBytesDoNotOpen() {
        assertThatThrownBy(() -> cipher.open(key, new byte[11], PLACE)).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> cipher.open(key, new byte[27], PLACE)).isInstanceOf(BrokenSealException.class);
    }

    private static SecretKey key(int first) {
        var bytes = new byte[32];
        bytes[0] = (byte) first;
        return new SecretKeySpec(bytes, "AES");
    }
}
