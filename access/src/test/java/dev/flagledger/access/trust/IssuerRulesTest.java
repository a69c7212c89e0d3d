package dev.flagledger.access.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example.test",
                "https://ci.example.test:8443/tenants/1/",
                "http://127.0.0.1:8080",
                "http://localhost/realms/a",
                "http://[::1]:9"
            })
    void theseAreIssuers(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ci.example.test",
                "http://127.0.0.1.example.test",
                "http://127.0.0.2",
                "HTTPS:ci",
                "https://",
                "https://user@ci.example.test",
                "file:///etc/passwd",
                "ci",
                "https://ci example"
            })
    void theseAreNone(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).contains("Issuer must be an https:// URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ci.example.test/?", "https://ci.example.test?a", "https://ci.example.test#"})
    void anIssuerHasNoQueryAndNoFragment(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).contains("Issuer must not contain a query string or fragment.");
    }
}
