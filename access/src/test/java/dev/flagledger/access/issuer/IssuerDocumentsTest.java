package dev.flagledger.access.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerDocumentsTest {

    @ParameterizedTest
    @CsvSource({
        "https://ci.test, https://ci.test/.well-known/openid-configuration",
        "https://ci.test/, https://ci.test/.well-known/openid-configuration",
        "https://ci.test/tenants/1, https://ci.test/tenants/1/.well-known/openid-configuration"
    })
    void anIssuerDescribesItselfBelowItsAddress(String issuer, URI address) {
        assertThat(IssuerDocuments.descriptionOf(issuer)).isEqualTo(address);
    }
}
