package dev.flagledger.installation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitySearchTest {

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
        var search = IdentitySearch.of(query);

        assertThat(search.condition()).isEqualTo("identity.folded like :text");
        assertThat(search.text()).isEqualTo(pattern);
    }

    @Test
    void aQuotedTextIsAnExactIdentifier() {
        assertThat(IdentitySearch.of("\"Bob%\""))
                .isEqualTo(new IdentitySearch("identity.digest = sha256(convert_to(:text, 'UTF8'))", "Bob%"));
    }

    @Test
    void anEmptyQueryMatchesAll() {
        assertThat(IdentitySearch.of("").condition()).isEqualTo("true");
    }

    @Test
    void caseFoldingIsIndependentOfContext() {
        assertThat(IdentitySearch.folded("ΟΔΟΣ")).isEqualTo(IdentitySearch.folded("οδος"));
        assertThat(IdentitySearch.folded("\uD801\uDC00")).isEqualTo("\uD801\uDC28");
    }
}
