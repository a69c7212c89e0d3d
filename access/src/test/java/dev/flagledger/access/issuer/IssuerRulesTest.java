package dev.flagledger.access.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.okta.test",
                "https://acme.okta.test/",
                "https://login.example.test/tenant/v2.0",
                "https://ci.example.test:8443/tenants/1/",
                "HTTPS://ci.example.test",
                "http://127.0.0.1:8080/realms/acme",
                "http://localhost/x",
                "http://[::1]:9"
            })
    void theseAreIssuers(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.okta.test",
                "ftp://acme.okta.test",
                "acme.okta.test",
                "ci",
                "HTTPS:ci",
                "https://",
                "https:///x",
                "https://user@acme.okta.test",
                "https://acme okta.test",
                "file:///etc/passwd",
                "http://127.0.0.1.example.test",
                "http://127.0.0.2"
            })
    void whatIsReadOnTheWayIsRefused(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).hasValue("Issuer must be an https:// URL.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ci.example.test?a",
                "https://ci.example.test/?",
                "https://ci.example.test#",
                "https://acme.okta.test/#x"
            })
    void anIssuerHasNoQueryAndNoFragment(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).hasValue("Issuer must not contain a query string or fragment.");
    }
}
