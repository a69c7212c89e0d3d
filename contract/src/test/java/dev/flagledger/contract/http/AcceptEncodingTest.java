package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, 12.5.3. */
class AcceptEncodingTest {

    /** A slash separates several headers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                            | false
            ''                           | false
            gzip                         | true
            GZIP                         | true
            x-gzip                       | true
            gzip, deflate, br, zstd      | true
            br;q=1.0, gzip;q=0.8, *;q=0.1| true
            deflate, br                  | false
            identity                     | false
            gzip;q=0                     | false
            gzip;q=0, *                  | false
            *                            | true
            *;q=0                        | false
            identity;q=0.5, gzip;q=0.4   | false
            identity;q=0.5, gzip;q=0.5   | true
            identity, *;q=0.5            | false
            gzip;q=nonsense              | false
            gzipped                      | false
            ,,gzip,                      | true
            br/gzip                      | true
            gzip/identity                | true
            gzip;q=0/*                   | false
            gzip;q=0.5/identity          | false
            /                            | false
            """)
    void gzipIsSentIfItIsAcceptedNoLessThanAnythingElse(@Nullable String header, boolean gzip) {
        assertThat(AcceptEncoding.prefersGzip(header == null ? List.of() : List.of(header.split("/", -1))))
                .isEqualTo(gzip);
    }
}
