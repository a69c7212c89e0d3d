package dev.flagledger.contract.error.text.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Rejection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTextsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            PUBLISHED,   Cannot modify published version.
            LIVE,        Cannot delete a live version.
            VERSIONED,   Environment already using v2 versioning.
            UNVERSIONED, Environment is not using v2 versioning.
            """)
    void eachCauseHasItsText(Rejection.Unfit.Cause cause, String text) {
        assertThat(VersionTexts.of(cause)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            true,  An unresolvable conflict occurred: segment override already exists for segment 'beta %s'
            false, An unresolvable conflict occurred: segment override does not exist for segment 'beta %s'.
            """)
    void aConflictNamesItsSegment(boolean there, String text) {
        assertThat(VersionTexts.of(new Rejection.Conflict("beta %s", there))).isEqualTo(text);
    }
}
