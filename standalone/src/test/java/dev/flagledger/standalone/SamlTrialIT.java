package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.SamlAnswer;
import dev.flagledger.testing.TestIdentityProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** Trials of a configuration of SAML, and of a response to it. */
class SamlTrialIT extends SamlConfigured {

    private static final TestIdentityProvider OTHER = TestIdentityProvider.make();
    private static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    @BeforeEach
    void takeTheDashboardFromThisServer() {
        change(Map.of("frontend_url", SERVER.address() + "/ui"));
    }

    @Test
    void aConfigurationPassesOrSaysWhatIsWrongWithIt() {
        var trial = tried(Map.of());

        assertThat(trial.get("success").asBoolean()).isTrue();
        assertThat(trial.get("problem").isNull()).isTrue();
        assertThat(trial.get("detail").asString()).contains(name, consumer());
        change(Map.of("frontend_url", "https://flags.example.test"));
        assertFailed(tried(Map.of()), "address", "FLAGLEDGER_SERVER_URL");
        change(Map.of("idp_metadata_xml", ""));
        assertFailed(tried(Map.of()), "metadata", "The configuration has no metadata of an identity provider yet.");
        assertFailed(tried(response(answer())), "metadata", "no metadata");
    }

    @Test
    void aResponsePassesWithWhatWouldBeKnownOfTheUser() {
        var jane = jane().attribute("displayName", "Jane Doe").attribute("groups", "ops", "dev");

        var trial = tried(response(jane));

        assertThat(trial.get("success").asBoolean()).as(trial.toString()).isTrue();
        assertThat(trial.get("detail").asString())
                .isEqualTo("Known as: jane; e-mail address: jane@example.test; first name: Jane; last name: Doe;"
                        + " groups: dev, ops");
        assertFailed(tried(response(answer().attribute("mail", "jane"))), "email", "e-mail address: jane;");
    }

    /** So an admin may try the response of a login that has succeeded, or that is still to come. */
    @Test
    void aTrialUsesNothingUp() {
        var sent = response(answer().attribute("mail", name + "@example.test"));

        long head = SERVER.head();
        assertThat(tried(sent).get("success").asBoolean()).isTrue();
        assertThat(SERVER.causedAfter(head)).isEmpty();
        assertThat(respond(Objects.requireNonNull(sent.get("saml_response"))).status())
                .isEqualTo(302);
        assertThat(tried(sent).get("success").asBoolean()).isTrue();
    }

    @Test
    void aResponseThatAnswersARequestIsTriedAfterItsLoginFailed() {
        change(Map.of("allow_idp_initiated", false));
        var begun = anonymous
                .get("auth/saml/" + name + "/request/")
                .http()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        var id = begun.substring("saml_login=".length(), begun.indexOf(';'));
        var sent = answering(id, "jane");

        assertThat(respond(sent).text()).contains("this browser did not begin the login");
        assertThat(tried(Map.of("saml_response", sent)).get("success").asBoolean())
                .isTrue();
        assertFailed(tried(response(answer())), "request", "it does not answer a request");
    }

    /** In one test, since each makes a key. */
    @Test
    void whatIsWrongWithAResponseIsSaidAsByTheLogin() {
        assertSameAsTheLogin("malformed", "PGEvPg==");
        assertSameAsTheLogin("unsigned", TestIdentityProvider.encode(jane().document()));
        assertSameAsTheLogin("signature", TestIdentityProvider.encode(OTHER.signingAssertion(jane().document())));
        assertSameAsTheLogin("audience", signed(jane().audience("other")));
        assertSameAsTheLogin("recipient", signed(jane().recipient("https://other.test/")));
        assertSameAsTheLogin("destination", signed(jane().destination("https://other.test/")));
        assertSameAsTheLogin("issuer", signed(jane().issuer("https://other.test/")));
        assertSameAsTheLogin("status", signed(jane().status("urn:other")));
        assertSameAsTheLogin("subject", signed(jane().format(TRANSIENT)));
        assertSameAsTheLogin("email", signed(answer()));
        var old = SamlAnswer.to(consumer(), name, null, Instant.now().minus(Duration.ofMinutes(10)));
        assertSameAsTheLogin("expired", signed(old));
    }

    /** Whoever has changed what was encrypted learns nothing of it, here as little as by the login. */
    @Test
    void allFailuresToDecryptLookAlike() throws Exception {
        var own = key();
        var foreign = encrypted(OTHER.signingAssertion(jane().document()), own);
        var plain = encrypted(answer().document(), own);
        var changed = TestIdentityProvider.text(encrypted(PROVIDER.signingAssertion(answer().document()), own))
                .replaceFirst("(?s)(.*<[a-z:]*CipherValue>)....", "$1AAAA");
        var sent = Stream.of(
                        TestIdentityProvider.encode(foreign),
                        TestIdentityProvider.encode(plain),
                        Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)))
                .map(one -> tried(Map.of("saml_response", one)))
                .toList();

        assertThat(sent).containsOnly(sent.getFirst());
        assertFailed(sent.getFirst(), "encryption", "the encrypted assertion cannot be read");
    }

    @Test
    void onlyAdminsOfTheOrganisationTryAndNoLongResponse() {
        assertThat(anonymous.post(path(), Map.of()).status()).isEqualTo(401);
        assertThat(anonymous.newUser().post(path(), Map.of()).status()).isEqualTo(404);
        assertThat(Member.of(SERVER, shop.organisation()).post(path(), Map.of()).status())
                .isEqualTo(404);

        var answer = shop.ana().post(path(), Map.of("saml_response", "A".repeat(1_000_001)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().has("saml_response")).isTrue();
    }

    private void assertSameAsTheLogin(String problem, String response) {
        var trial = tried(Map.of("saml_response", response));

        assertThat(trial.get("problem").asString()).isEqualTo(problem);
        assertThat(respond(response).json().get("detail")).isEqualTo(trial.get("detail"));
    }

    private static void assertFailed(JsonNode trial, String problem, String detail) {
        assertThat(trial.get("success").asBoolean()).isFalse();
        assertThat(trial.get("problem").asString()).isEqualTo(problem);
        assertThat(trial.get("detail").asString()).contains(detail);
    }

    private JsonNode tried(Map<String, String> body) {
        return shop.ana().post(path(), body).ok();
    }

    private void change(Map<String, Object> fields) {
        shop.ana().patch("auth/saml/configuration/" + name + "/", fields).ok();
    }

    private String path() {
        return "auth/saml/configuration/" + name + "/test/";
    }

    private SamlAnswer answer() {
        return SamlAnswer.to(consumer(), name, null, Instant.now());
    }

    private SamlAnswer jane() {
        return answer().attribute("mail", "jane@example.test");
    }

    private static String signed(SamlAnswer answer) {
        return TestIdentityProvider.encode(PROVIDER.signingAssertion(answer.document()));
    }

    private static Map<String, String> response(SamlAnswer answer) {
        return Map.of("saml_response", TestIdentityProvider.encode(PROVIDER.signingResponse(answer.document())));
    }

    private static Document encrypted(Document document, PublicKey key) {
        return TestIdentityProvider.encrypting(document, key, XMLCipher.RSA_OAEP);
    }

    private PublicKey key() throws Exception {
        var metadata = anonymous.get("auth/saml/" + name + "/metadata/").text();
        var text = metadata.replaceFirst("(?s).*<ds:X509Certificate>([^<]*)<.*", "$1");
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(text)))
                .getPublicKey();
    }
}
