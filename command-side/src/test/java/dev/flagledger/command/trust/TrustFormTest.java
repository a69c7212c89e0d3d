package dev.flagledger.command.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.trust.ClaimRule;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustFormTest {

    private static final TrustDetails NOW = new TrustDetails(
            "ci", "https://ci.example.test", "flags", List.of(new ClaimRule("repository", List.of("acme/*"))));

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(TrustForm.read(Forms.of("{}"), NOW)).isEqualTo(NOW);
        assertThat(TrustForm.read(Forms.of("{'name': 'cd', 'claim_rules': []}"), NOW))
                .isEqualTo(new TrustDetails("cd", "https://ci.example.test", "flags", List.of()));
        assertThat(TrustForm.read(Forms.of("{'claim_rules': [{'claim': 'ref', 'values': ['main', 'v*']}]}"), NOW)
                        .claimRules())
                .containsExactly(new ClaimRule("ref", List.of("main", "v*")));
    }

    @Test
    void aNewOneIsWhole() {
        var form = Forms.of("{}");
        TrustForm.requireAll(form);

        assertThat(Forms.problems(form))
                .contains("name=[This field is required.]", "issuer=[", "audience=[", "is_admin=[");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'issuer': 'http://ci.example.test'}       ; {issuer=[Issuer must be an https:// URL.]}
            {'issuer': 'ci.example.test'}              ; {issuer=[Issuer must be an https:// URL.]}
            {'issuer': 'https://ci.example.test?a=b'}  ; {issuer=[Issuer must not contain a query string or fragment.]}
            {'issuer': 'https://ci.example.test#a'}    ; {issuer=[Issuer must not contain a query string or fragment.]}
            {'claim_rules': [{'claim': 'ref'}]}        ; {claim_rules=[{values=[This field is required.]}]}
            {'claim_rules': [{'values': ['a']}]}       ; {claim_rules=[{claim=[This field is required.]}]}
            {'claim_rules': [{'claim': 'ref', 'values': []}]} ; {claim_rules=[{values=[Ensure this field has at least 1 elements.]}]}
            """)
    void wrongFieldsAreReported(String sent, String problems) {
        var form = Forms.of(sent);
        TrustForm.read(form, NOW);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void whatIsInAListIsReportedByItsIndex() {
        var form = Forms.of("{'claim_rules': [{'claim': 'ref', 'values': ['', 'main']}]}");
        TrustForm.read(form, NOW);

        assertThat(Forms.problems(form)).contains("This field may not be blank.");
    }
}
