package dev.flagledger.access.saml.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.contract.view.login.Trial;
import dev.flagledger.testing.TestIdentityProvider;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of the provider of tests are valid for a day. */
class ConfigurationTrialTest {

    private static final String CONSUMER = "https://flags.test/api/v1/auth/saml/acme/response/";
    private static final String FRONTEND = "https://flags.test";
    private static final Duration WEEK = Duration.ofDays(7);

    private final Instant now = Instant.now();
    private final IdentityProvider provider = provider();

    @Test
    void whatIsRightPassesWithWhatTheProviderHasToKnow() {
        var trial = tried(provider, CONSUMER, FRONTEND, now);

        assertThat(trial.success()).isTrue();
        assertThat(trial.problem()).isNull();
        assertThat(trial.detail()).contains("entity id of this server is acme,", CONSUMER);
    }

    @Test
    void certificatesThatHaveAllExpiredAreNamedWithTheTime() {
        var end = provider.certificates().getFirst().getNotAfter().toInstant();
        var trial = tried(provider, CONSUMER, FRONTEND, now.plus(WEEK));

        assertThat(trial.problem()).isEqualTo("certificate");
        assertThat(trial.detail()).contains("CN=idp.test was valid until " + end);
    }

    @Test
    void certificatesThatAreNotYetValidAreNamedWithTheTime() {
        var begin = provider.certificates().getFirst().getNotBefore().toInstant();

        assertThat(tried(provider, CONSUMER, FRONTEND, now.minus(WEEK)).detail())
                .contains("CN=idp.test is valid from " + begin);
    }

    /** As in the time in which the provider changes from one to the other. */
    @Test
    void oneValidCertificateIsEnough() {
        var early = now.minus(WEEK);
        var certificates = Stream.of(provider, provider())
                .flatMap(one -> one.certificates().stream())
                .toList();
        assertThat(CertificateTrial.problemOf(certificates, early)).isPresent();
        assertThat(CertificateTrial.problemOf(certificates, now)).isEmpty();
    }

    @Test
    void anAddressForRequestsWithoutHttpsIsAProblem() {
        var plain = new IdentityProvider(
                provider.entityId(), URI.create("http://idp.test/sign-on"), provider.certificates());

        var trial = tried(plain, CONSUMER, FRONTEND, now);
        assertThat(trial.problem()).isEqualTo("sign_on");
        assertThat(trial.detail()).contains("http://idp.test/sign-on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flags.test", "http://flags.test", "https://flags test"})
    void aDashboardWithoutHttpsIsAProblem(String frontend) {
        assertThat(tried(provider, CONSUMER, frontend, now).problem()).isEqualTo("frontend_url");
    }

    @ParameterizedTest
    @CsvSource({
        "http://flags.test/response/, https://flags.test, is not HTTPS",
        "http://localhost:8000/response/, https://flags.test, only browsers on the server's own machine"
    })
    void anAddressThatBrowsersDoNotUseIsAProblem(String consumer, String frontend, String detail) {
        var trial = tried(provider, consumer, frontend, now);

        assertThat(trial.problem()).isEqualTo("address");
        assertThat(trial.detail()).contains(consumer, detail, "FLAGLEDGER_SERVER_URL");
    }

    @Test
    void everythingOnOneMachineNeedsNoHttps() {
        assertThat(tried(provider, "http://127.0.0.1:8000/response/", "http://localhost:8080", now)
                        .success())
                .isTrue();
    }

    private static Trial tried(IdentityProvider provider, String consumer, String frontend, Instant now) {
        try {
            var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
            var side = new ServiceProvider(
                    "acme", URI.create(consumer), key, provider.certificates().getFirst());
            return ConfigurationTrial.of(provider, side, frontend, now);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static IdentityProvider provider() {
        try {
            return IdentityProviderMetadata.read(TestIdentityProvider.make().metadata());
        } catch (InvalidMetadataException e) {
            throw new AssertionError(e);
        }
    }
}
