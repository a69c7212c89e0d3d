package dev.flagledger.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.okta.test",
                "https://login.example.test/tenant/v2.0",
                "https://acme.okta.test/",
                "http://127.0.0.1:8080/realms/acme",
                "http://localhost/x"
            })
    void issuers(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.okta.test",
                "ftp://acme.okta.test",
                "acme.okta.test",
                "https://",
                "https:///x",
                "https://user@acme.okta.test",
                "https://acme okta.test",
                "file:///etc/passwd",
                "http://127.0.0.1.example.test"
            })
    void whatIsReadOnTheWayIsRefused(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).hasValue("Issuer must be an https:// URL.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.okta.test?x=1", "https://acme.okta.test/#x", "https://acme.okta.test/?"})
    void anIssuerHasNoQuery(String issuer) {
        assertThat(IssuerRules.problemOf(issuer)).hasValue("Issuer must not contain a query string or fragment.");
    }
}
