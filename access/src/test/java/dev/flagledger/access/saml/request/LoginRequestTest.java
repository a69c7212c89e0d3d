package dev.flagledger.access.saml.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.metadata.IdentityProvider;
import dev.flagledger.access.saml.metadata.IdentityProviderMetadata;
import dev.flagledger.access.saml.metadata.ServiceProvider;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestIdentityProvider;
import dev.flagledger.testing.TurnedClock;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoginRequestTest {

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private static final ServiceProviderKeys.Pair PAIR = new ServiceProviderKeys(
                    JDBC, new InstallationKey(JDBC, new InstallationSecret(JDBC, ""), ""), new TurnedClock())
            .draw();

    private final ServiceProvider here =
            new ServiceProvider("acme", URI.create("https://flags.test/response/"), PAIR.key(), PAIR.certificate());

    @Test
    void aRequestNamesBothSides() throws Exception {
        var provider = IdentityProviderMetadata.read(TestIdentityProvider.make().metadata());
        var url = LoginRequest.url(provider, here, "_1", Instant.parse("2031-02-03T04:05:06.789Z"));

        assertThat(url.toString()).startsWith(TestIdentityProvider.SIGN_ON + "?SAMLRequest=");
        assertThat(request(url))
                .contains("ID=\"_1\"")
                .contains("IssueInstant=\"2031-02-03T04:05:06Z\"")
                .contains("Destination=\"" + TestIdentityProvider.SIGN_ON + "\"")
                .contains("AssertionConsumerServiceURL=\"https://flags.test/response/\"")
                .contains("ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\"")
                .contains(">acme<");
    }

    @Test
    void theQueryIsSigned() throws Exception {
        var provider = IdentityProviderMetadata.read(TestIdentityProvider.make().metadata());
        var url = LoginRequest.url(provider, here, "_1", Instant.EPOCH);
        var query = url.getRawQuery();
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(PAIR.certificate());
        signature.update(query.substring(0, query.indexOf("&Signature=")).getBytes(StandardCharsets.US_ASCII));

        assertThat(parameters(url)).containsEntry("SigAlg", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        assertThat(signature.verify(Base64.getDecoder().decode(parameters(url).get("Signature"))))
                .isTrue();
    }

    @Test
    void anAddressKeepsItsOwnQuery() throws Exception {
        var provider = IdentityProviderMetadata.read(TestIdentityProvider.make().metadata());
        var elsewhere = new IdentityProvider(
                provider.entityId(), URI.create("https://idp.test/sso?idpid=C0&x=a%20b"), provider.certificates());
        var url = LoginRequest.url(elsewhere, here, "_1", Instant.EPOCH);

        assertThat(url.toString()).startsWith("https://idp.test/sso?idpid=C0&x=a");
        assertThat(parameters(url)).containsEntry("idpid", "C0").containsEntry("x", "a b");
    }

    private static Map<String, String> parameters(URI url) {
        return Arrays.stream(url.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String request(URI url) throws Exception {
        var deflated = Base64.getDecoder().decode(parameters(url).get("SAMLRequest"));
        try (var inflated = new InflaterInputStream(new java.io.ByteArrayInputStream(deflated), new Inflater(true))) {
            return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
