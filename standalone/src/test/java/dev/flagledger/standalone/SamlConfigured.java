package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.SamlAnswer;
import dev.flagledger.testing.TestIdentityProvider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with a configuration of SAML, and what its identity provider and browsers do. */
abstract class SamlConfigured {

    static final TestServer SERVER = TestServer.shared();
    static final TestIdentityProvider PROVIDER = TestIdentityProvider.make();

    final TestServer server;
    final Shop shop;
    final Api anonymous;
    final String name = "acme-" + UUID.randomUUID();

    SamlConfigured() {
        this(SERVER);
    }

    SamlConfigured(TestServer server) {
        this.server = server;
        this.shop = Shop.in(server);
        this.anonymous = server.api();
    }

    @BeforeEach
    void configure() {
        assertThat(shop.ana()
                        .post(
                                "auth/saml/configuration/",
                                Map.of(
                                        "organisation",
                                        shop.organisation(),
                                        "name",
                                        name,
                                        "frontend_url",
                                        "https://flags.example.test/",
                                        "idp_metadata_xml",
                                        PROVIDER.metadata(),
                                        "allow_idp_initiated",
                                        true))
                        .status())
                .isEqualTo(201);
    }

    int userOf(String code) {
        var login =
                anonymous.post("auth/saml/login/", Map.of("access_token", code)).ok();
        return anonymous
                .with("Authorization", "Token " + login.get("key").asString())
                .get("auth/users/me/")
                .ok()
                .get("id")
                .asInt();
    }

    String code(String response) {
        return respond(response)
                .http()
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*code=", "");
    }

    String response(String user, String... groups) {
        return answering(null, user, groups);
    }

    String answering(@Nullable String request, String user, String... groups) {
        var answer = SamlAnswer.to(consumer(), name, request, Instant.now())
                .name(user)
                .attribute("mail", user + "-" + UUID.randomUUID() + "@example.test")
                .attribute("groups", groups);
        return TestIdentityProvider.encode(PROVIDER.signingAssertion(answer.document()));
    }

    Api.Answer respond(String response) {
        return respond(anonymous, response);
    }

    Api.Answer respond(Api browser, String response) {
        return browser.with("Content-Type", "application/x-www-form-urlencoded")
                .send(
                        "POST",
                        "auth/saml/" + name + "/response/",
                        "SAMLResponse=" + URLEncoder.encode(response, StandardCharsets.UTF_8));
    }

    String consumer() {
        return server.address()
                .resolve("/api/v1/auth/saml/" + name + "/response/")
                .toString();
    }
}
