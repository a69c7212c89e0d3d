package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.secret.SigningKeys;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final String ID = "41-7-0";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(US_ASCII);

    @Test
    void withoutAKeyNothingIsSigned() {
        assertThat(Signatures.of(SigningKeys.NONE, ID, AT, BODY)).isEmpty();
    }

    @Test
    void aSecretSignsInBothWays() {
        assertThat(Signatures.of(SigningKeys.of("s3cret"), ID, AT, BODY))
                .containsEntry("X-Flagsmith-Signature", FlagsmithSignature.of("s3cret", BODY))
                .containsEntry("webhook-signature", StandardSignature.of("s3cret", ID, AT, BODY));
    }

    @Test
    void whileTwoSecretsAreValidBothSignButFlagsmithsHeaderHasTheNewOne() {
        var headers = Signatures.of(new SigningKeys("new", "old", null), ID, AT, BODY);

        assertThat(headers)
                .containsEntry("X-Flagsmith-Signature", FlagsmithSignature.of("new", BODY))
                .containsEntry(
                        "webhook-signature",
                        StandardSignature.of("new", ID, AT, BODY) + " " + StandardSignature.of("old", ID, AT, BODY));
    }

    @Test
    void aKeyPairSignsTheSameWords() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        var headers = Signatures.of(new SigningKeys("", null, pair.getPrivate().getEncoded()), ID, AT, BODY);

        assertThat(headers).containsOnlyKeys("webhook-signature");
        var signature = headers.getOrDefault("webhook-signature", "");
        assertThat(signature).startsWith("v1a,");
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(pair.getPublic());
        verifier.update((ID + "." + AT.getEpochSecond() + ".").getBytes(US_ASCII));
        verifier.update(BODY);
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length()))))
                .isTrue();
    }

    @Test
    void aKeyPairDoesNotReplaceASecret() throws GeneralSecurityException {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();

        assertThat(Signatures.of(new SigningKeys("s3cret", null, key.getEncoded()), ID, AT, BODY)
                        .getOrDefault("webhook-signature", ""))
                .matches("v1a,\\S{88} v1,\\S{44}");
    }
}
