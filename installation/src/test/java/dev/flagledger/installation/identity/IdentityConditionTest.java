package dev.flagledger.installation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityConditionTest {

    @ParameterizedTest
    @CsvSource({
        "Bob, %bob%",
        "100%_\\, %100\\%\\_\\\\%",
        "ΟΔΟΣ, %οδοσ%",
        "ÉCOLE, %école%",
        "'\"', '%\"%'",
        "'\"bob', '%\"bob%'",
    })
    void aTextIsSearchedLiterallyIgnoringCase(String query, String pattern) {
        var search = IdentityCondition.of(query);

        assertThat(search.condition()).isEqualTo("identity.folded like :text");
        assertThat(search.text()).isEqualTo(pattern);
    }

    @Test
    void aQuotedTextIsAnExactIdentifier() {
        assertThat(IdentityCondition.of("\"Bob%\""))
                .isEqualTo(new IdentityCondition("identity.digest = sha256(convert_to(:text, 'UTF8'))", "Bob%"));
    }

    @Test
    void anEmptyQueryMatchesAll() {
        assertThat(IdentityCondition.of("").condition()).isEqualTo("true");
    }

    @Test
    void caseFoldingIsIndependentOfContext() {
        assertThat(IdentityCondition.folded("ΟΔΟΣ")).isEqualTo(IdentityCondition.folded("οδος"));
        assertThat(IdentityCondition.folded("\uD801\uDC00")).isEqualTo("\uD801\uDC28");
    }
}
