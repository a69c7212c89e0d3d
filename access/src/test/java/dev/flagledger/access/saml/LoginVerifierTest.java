package dev.flagledger.access.saml;

import static dev.flagledger.testing.TestIdentityProvider.encode;
import static dev.flagledger.testing.TestIdentityProvider.encrypting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.testing.TestIdentityProvider;
import java.time.Duration;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.Test;

/** Responses that are accepted, and those that are not without anybody attacking. */
class LoginVerifierTest {

    private final Logins logins = new Logins();

    @Test
    void aSignedAssertionIsAccepted() {
        var request = logins.requests.issue(Logins.CONFIGURATION);
        var accepted = logins.verify(logins.signed(logins.answer(request).attribute("groups", "one", "two")));

        assertThat(accepted.inResponseTo()).isEqualTo(request);
        assertThat(accepted.statements().nameId()).isEqualTo("jane");
        assertThat(accepted.statements().attributes().get("groups")).containsExactly("one", "two");
        assertThat(accepted.until()).isAfter(logins.clock.instant().plusSeconds(300));
    }

    @Test
    void anAssertionInASignedResponseIsAccepted() {
        var document = logins.provider().signingResponse(logins.answer().document());

        assertThat(logins.verify(document).statements().nameId()).isEqualTo("jane");
    }

    @Test
    void bothMayBeSigned() {
        var document = logins.provider().signingResponse(logins.signed(logins.answer()));

        assertThat(logins.verify(document).statements().nameId()).isEqualTo("jane");
    }

    @Test
    void anEncryptedAssertionThatIsSignedIsAccepted() {
        var document = encrypting(
                logins.signed(logins.answer()), Logins.PAIR.certificate().getPublicKey(), XMLCipher.RSA_OAEP);

        assertThat(TestIdentityProvider.text(document)).doesNotContain("jane");
        assertThat(logins.verify(document).statements().nameId()).isEqualTo("jane");
    }

    @Test
    void anEncryptedAssertionInASignedResponseIsAccepted() {
        var encrypted =
                encrypting(logins.answer().document(), Logins.PAIR.certificate().getPublicKey(), XMLCipher.RSA_OAEP);

        assertThat(logins.verify(logins.provider().signingResponse(encrypted))
                        .statements()
                        .nameId())
                .isEqualTo("jane");
    }

    @Test
    void lineBreaksInTheFormAreAccepted() {
        var broken = encode(logins.signed(logins.answer())).replaceAll("(.{76})", "$1\r\n");

        assertThat(logins.verifyEncoded(broken).statements().nameId()).isEqualTo("jane");
    }

    @Test
    void theClocksMayDifferByAMinute() {
        var document = logins.signed(logins.answer());

        logins.clock.turn(Duration.ofSeconds(-59));
        assertThat(logins.verify(document).statements().nameId()).isEqualTo("jane");
    }

    @Test
    void aLoginOfTheIdentityProviderIsAcceptedWhereItIsAllowed() {
        var document = logins.signed(logins.unsolicited());

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.REQUEST);
        assertThat(logins.verify(document, true).inResponseTo()).isNull();
    }

    /** Otherwise anybody could send others a response of their own. */
    @Test
    void aResponseIsAcceptedFromTheBrowserThatBeganTheLogin() {
        var request = logins.requests.issue(Logins.CONFIGURATION);
        var document = logins.signed(logins.answer(request));

        assertThat(Rejections.of(() -> logins.verify(document, _ -> false))).isEqualTo(Reason.BROWSER);
        assertThat(logins.verify(document, request::equals).inResponseTo()).isEqualTo(request);
    }

    @Test
    void aFailureIsReportedAsSuch() {
        var response = logins.answer().status("urn:oasis:names:tc:SAML:2.0:status:Responder");

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.STATUS);
    }

    @Test
    void whatIsNoResponseIsMalformed() {
        assertThat(Rejections.of(() -> logins.verifyEncoded("%%%"))).isEqualTo(Reason.MALFORMED);
        assertThat(Rejections.of(() -> logins.verifyEncoded("A"))).isEqualTo(Reason.MALFORMED);
        assertThat(Rejections.of(() -> logins.verify("hello"))).isEqualTo(Reason.MALFORMED);
        assertThat(Rejections.of(() -> logins.verify("<a/>"))).isEqualTo(Reason.MALFORMED);
        assertThat(Rejections.of(
                        () -> logins.verify("<Response xmlns=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"a\"/>")))
                .isEqualTo(Reason.MALFORMED);
    }
}
