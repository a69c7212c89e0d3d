package dev.flagledger.contract.http.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths that end with a name. */
class NamedPathTest {

    private static final NamedPath FLAG = new NamedPath("/flags/");

    @ParameterizedTest
    @CsvSource(textBlock = """
            /flags/a,               a
            /flags/a/,              a
            /flags/a%2Fb,           a/b
            /flags/a%5cb/,          a\\b
            /flags/a%252Fb,         a%2Fb
            /flags/%C3%A9%20;v=1,   'é '
            /flags/,
            /flags,
            /flags/a/b,
            /flags/;a,
            /fl%61gs/a,
            /other/flags/a,
            """)
    void theNameIsTheDecodedLastSegment(String raw, String name) {
        assertThat(FLAG.name(raw).orElse(null)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/flags/a%2Fb,       /flags/a/b,   true",
        "/flags/a%2F..%2Fb,  /flags/b,     true",
        "/flags/..%2Fadmin,  /admin,       false",
        "/flags/a/..%2Fb,    /flags/b,     false",
        "/admin%2Fa,         /admin/a,     false",
        "/x/../flags/a%2Fb,  /flags/a/b,   false"
    })
    void aPathIsCoveredOnlyIfRawAndResolvedFormsMatch(String raw, String resolved, boolean covered) {
        assertThat(FLAG.covers(raw, resolved)).isEqualTo(covered);
    }
}
