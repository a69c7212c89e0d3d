package dev.flagledger.access.saml;

import static dev.flagledger.testing.TestIdentityProvider.encrypting;
import static dev.flagledger.testing.TestIdentityProvider.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.testing.TestIdentityProvider;
import java.time.Duration;
import javax.xml.crypto.dsig.SignatureMethod;
import org.apache.xml.security.encryption.XMLCipher;
import org.junit.jupiter.api.Test;

/** The known attacks on service providers, besides signature wrapping. */
class AttacksTest {

    private static final TestIdentityProvider OTHER = TestIdentityProvider.make();

    private final Logins logins = new Logins();

    @Test
    void anAssertionThatIsNotSignedIsRejected() {
        var document = logins.answer().document();

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.UNSIGNED);
    }

    /** As what cannot be decrypted: who has changed what was encrypted would learn otherwise whether it can be. */
    @Test
    void anEncryptedAssertionThatIsNotSignedIsRejected() {
        var key = Logins.PAIR.certificate().getPublicKey();
        var unsigned = encrypting(logins.answer().document(), key, XMLCipher.RSA_OAEP);
        var foreign = encrypting(OTHER.signingAssertion(logins.answer().document()), key, XMLCipher.RSA_OAEP);

        assertThat(Rejections.of(() -> logins.verify(unsigned))).isEqualTo(Reason.ENCRYPTION);
        assertThat(Rejections.of(() -> logins.verify(foreign))).isEqualTo(Reason.ENCRYPTION);
    }

    @Test
    void aChangedAssertionIsRejected() {
        var xml = text(logins.signed(logins.answer())).replace(">jane<", ">john<");

        assertThat(Rejections.of(() -> logins.verify(xml))).isEqualTo(Reason.SIGNATURE);
    }

    /** Signatures do not cover comments: a reader that stops at one would take the user for another. */
    @Test
    void aCommentDoesNotShortenAName() {
        var signed = logins.signed(
                logins.answer().name("jane@ex.test.evil.test").attribute("mail", "jane@ex.test.evil.test"));
        var xml = text(signed).replace("jane@ex.test.evil", "jane@ex.test<!-- -->.evil");

        assertThat(xml).contains("<!-- -->");
        var statements = logins.verify(xml).statements();
        assertThat(statements.nameId()).isEqualTo("jane@ex.test.evil.test");
        assertThat(statements.attributes().get("mail")).containsExactly("jane@ex.test.evil.test");
    }

    @Test
    void anAssertionForAnotherAudienceIsRejected() {
        var document = logins.signed(logins.answer().audience("other"));

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.AUDIENCE);
    }

    @Test
    void anAssertionForNoAudienceIsRejected() {
        var unrestricted = logins.answer().audience(null);

        assertThat(Rejections.of(() -> logins.verify(logins.signed(unrestricted))))
                .isEqualTo(Reason.AUDIENCE);
    }

    @Test
    void anAssertionForAnotherRecipientIsRejected() {
        var response = logins.answer().recipient("https://other.test/response/");

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.RECIPIENT);
    }

    @Test
    void aResponseThatWasSentElsewhereIsRejected() {
        var elsewhere = logins.answer().destination("https://other.test/response/");
        assertThat(Rejections.of(() -> logins.verify(logins.signed(elsewhere)))).isEqualTo(Reason.DESTINATION);

        var nowhere = logins.provider()
                .signingResponse(logins.answer().destination(null).document());
        assertThat(Rejections.of(() -> logins.verify(nowhere))).isEqualTo(Reason.DESTINATION);
    }

    @Test
    void anAssertionIsAcceptedOnce() {
        var document = logins.signed(logins.unsolicited());
        assertThat(logins.verify(document, true).statements().nameId()).isEqualTo("jane");

        assertThat(Rejections.of(() -> logins.verify(document, true))).isEqualTo(Reason.REPLAYED);
        assertThat(Rejections.of(() -> new Logins().verify(document, true))).isEqualTo(Reason.REPLAYED);
    }

    @Test
    void aRequestIsAnsweredOnce() {
        var response = logins.answer();
        assertThat(logins.verify(logins.signed(response)).inResponseTo()).isNotNull();

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response.id("_another")))))
                .isEqualTo(Reason.REPLAYED);
    }

    @Test
    void anExpiredAssertionIsRejected() {
        var document = logins.signed(logins.answer());

        logins.clock.turn(Duration.ofSeconds(361));
        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void anAssertionOfTheFutureIsRejected() {
        var document = logins.signed(logins.answer());

        logins.clock.turn(Duration.ofSeconds(-70));
        // The request, too, was made later than that, which does not matter.
        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aConfirmationWithoutEndIsRejected() {
        var response = logins.answer().lasting();

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.EXPIRED);
    }

    /** Its signature brings its own key along. */
    @Test
    void anAssertionSignedWithAnotherKeyIsRejected() {
        var document = OTHER.signingAssertion(logins.answer().document());

        assertThat(text(document)).contains("KeyValue");
        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void aSecondSignatureHasToBeRightToo() {
        var document = OTHER.signingResponse(logins.signed(logins.answer()));

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void anAssertionOfAnotherIssuerIsRejected() {
        var response = logins.answer().issuer("https://other.test/saml");

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.ISSUER);
    }

    @Test
    void anExternalEntityIsRejected() {
        var xml = text(logins.signed(logins.answer()));
        var attack = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + xml.replace(">jane<", ">&e;<");

        assertThat(Rejections.of(() -> logins.verify(attack))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void anyDocumentTypeIsRejected() {
        var xml = text(logins.signed(logins.answer()));

        assertThat(Rejections.of(() -> logins.verify("<!DOCTYPE a>" + xml))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aSignatureWithSha1IsRejected() {
        var document = logins.provider().signingAssertion(logins.answer().document(), SignatureMethod.RSA_SHA1);

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void aKeyEncryptedWithThePaddingOfAnOracleIsRejected() {
        var document = encrypting(
                logins.signed(logins.answer()), Logins.PAIR.certificate().getPublicKey(), XMLCipher.RSA_v1dot5);

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.ENCRYPTION);
    }

    @Test
    void anAnswerToTheRequestOfAnotherConfigurationIsRejected() {
        var response = logins.answer(logins.requests.issue(Logins.CONFIGURATION + 1));

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.REQUEST);
    }

    @Test
    void theRequestOfTheResponseHasToBeThatOfTheAssertion() {
        var response = logins.answer().responseTo(logins.requests.issue(Logins.CONFIGURATION));

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.REQUEST);
    }

    @Test
    void whoeverConfirmsOtherwiseThanByBringingTheAssertionIsRejected() {
        var response = logins.answer().method("urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");

        assertThat(Rejections.of(() -> logins.verify(logins.signed(response)))).isEqualTo(Reason.RECIPIENT);
    }
}
