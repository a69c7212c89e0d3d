package dev.flagledger.access.saml;

import dev.flagledger.access.federation.used.UsedLogins;
import dev.flagledger.access.saml.LoginVerifier.Parties;
import dev.flagledger.access.saml.assertion.VerifiedAssertion;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.InvalidMetadataException;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.request.RequestIds;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.SamlAnswer;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestIdentityProvider;
import dev.flagledger.testing.TurnedClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;

/** A service provider with the keys of a database, and what tests send to it. Its clock starts now. */
final class Logins {

    static final int CONFIGURATION = 7;
    static final String AUDIENCE = "acme";
    static final String CONSUMER = "https://flags.test/api/v1/auth/saml/acme/response/";

    static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private static final InstallationSecret SECRET = new InstallationSecret(JDBC, "secret of tests");
    private static final TestIdentityProvider PROVIDER = TestIdentityProvider.make();
    private static final ServiceProviderKeys KEYS =
            new ServiceProviderKeys(JDBC, new InstallationKey(JDBC, SECRET, ""), new TurnedClock());
    static final ServiceProviderKeys.Pair PAIR = KEYS.draw();

    final TurnedClock clock = new TurnedClock();
    final RequestIds requests = new RequestIds(SECRET, clock);
    private final LoginVerifier verifier = new LoginVerifier(requests, new UsedLogins(JDBC), clock);

    Logins() {
        clock.turnTo(Instant.now());
    }

    TestIdentityProvider provider() {
        return PROVIDER;
    }

    /** The answer to a new request, about Jane. */
    SamlAnswer answer() {
        return answer(requests.issue(CONFIGURATION));
    }

    SamlAnswer answer(String request) {
        return SamlAnswer.to(CONSUMER, AUDIENCE, request, clock.instant());
    }

    /** What nobody has asked for. */
    SamlAnswer unsolicited() {
        return SamlAnswer.to(CONSUMER, AUDIENCE, null, clock.instant());
    }

    Document signed(SamlAnswer answer) {
        return PROVIDER.signingAssertion(answer.document());
    }

    VerifiedAssertion verify(Document document) {
        return verify(document, false);
    }

    VerifiedAssertion verify(Document document, boolean unsolicited) {
        return verifier.verify(TestIdentityProvider.encode(document), parties(unsolicited));
    }

    VerifiedAssertion verify(String xml) {
        var encoded = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(encoded, parties(false));
    }

    VerifiedAssertion verifyEncoded(String encoded) {
        return verifier.verify(encoded, parties(false));
    }

    VerifiedAssertion verify(Document document, Predicate<String> begun) {
        return verifier.verify(TestIdentityProvider.encode(document), parties(false, begun));
    }

    private static Parties parties(boolean unsolicited) {
        return parties(unsolicited, _ -> true);
    }

    private static Parties parties(boolean unsolicited, Predicate<String> begun) {
        try {
            return new Parties(
                    CONFIGURATION,
                    IdentityProviderMetadata.read(PROVIDER.metadata()),
                    new ServiceProvider(AUDIENCE, URI.create(CONSUMER), PAIR.key(), PAIR.certificate()),
                    unsolicited,
                    begun);
        } catch (InvalidMetadataException e) {
            throw new AssertionError(e);
        }
    }
}
