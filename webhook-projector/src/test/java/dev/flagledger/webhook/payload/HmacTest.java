package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {

    /** RFC 4231, 4.2 and 4.3. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, Hi There,"
                + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, what do ya want for nothing?," + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    })
    void theCodeIsThatOfTheSpecification(String key, String data, String code) {
        assertThat(Hmac.of(HexFormat.of().parseHex(key), data.getBytes(US_ASCII)))
                .isEqualTo(HexFormat.of().parseHex(code));
    }

    @Test
    void partsAreCodedAsOne() {
        var key = "key".getBytes(US_ASCII);

        assertThat(Hmac.of(key, "41-7-0.".getBytes(US_ASCII), "{}".getBytes(US_ASCII)))
                .isEqualTo(Hmac.of(key, "41-7-0.{}".getBytes(US_ASCII)));
    }
}
