package dev.flagledger.ledger.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.proof.tree.Hash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and keys: the published example of Go's note package, and a log's own. */
class SignedNoteTest {

    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT + "\n— PeterNeumann "
            + "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void thePublishedNoteIsSignedByteForByte() {
        var seed = Base64.getDecoder().decode(SECRET);
        var pkcs8 = ByteBuffer.allocate(48)
                .put(HexFormat.of().parseHex("302e020100300506032b657004220420"))
                .put(Arrays.copyOfRange(seed, 1, 33));

        var signer = new NoteSigner(VerifierKey.parse(KEY), pkcs8.array());

        assertThat(signer.sign(TEXT)).hasToString(NOTE);
        assertThat(SignedNote.parse(NOTE)).hasToString(NOTE);
        assertThat(VerifierKey.parse(KEY)).hasToString(KEY);
    }

    @Test
    void aHeadIsReadFromItsNote() {
        var signer = signer("flags.example/log");
        var head = new TreeHead("flags.example/log", 70_000, Hash.ofLeaf(new byte[] {7}));

        var note = signer.sign(head.text()).toString();

        assertThat(signer.verifier().open(note)).isEqualTo(head);
        assertThat(VerifierKey.parse(signer.verifier().toString()).open(note)).isEqualTo(head);
        assertThat(note).startsWith("flags.example/log\n70000\n" + head.root() + "\n\n— flags.example/log ");
    }

    @Test
    void signaturesOfWitnessesAreKeptAndIgnored() {
        var signer = signer("flags.example/log");
        var head = new TreeHead("flags.example/log", 1, Hash.EMPTY);
        var own = signer.sign(head.text());
        var witness = signer("witness.example").sign(head.text());

        var both = new SignedNote(
                own.text(),
                List.of(witness.signatures().getFirst(), own.signatures().getFirst()));

        assertThat(SignedNote.parse(both.toString())).hasToString(both.toString());
        assertThat(signer.verifier().open(both.toString())).isEqualTo(head);
    }

    @Test
    void theKeyOfARenamedLogIsTheSame() {
        var note = signer("flags.example/log")
                .sign(new TreeHead("flags.example/log", 12, Hash.EMPTY).text())
                .toString();
        var signer = signer("flags.example/log");
        var own = signer.sign(new TreeHead("flags.example/log", 12, Hash.EMPTY).text())
                .toString();
        var renamed = signer.verifier().named("other.example");

        assertThat(renamed.openAnyName(own)).isEqualTo(TreeHead.unverified(own));
        refused(renamed, own, "not signed by");
        for (var forged : List.of(note, own.replace("\n12\n", "\n13\n"), own.replaceFirst("flags", "fl ags"))) {
            assertThatThrownBy(() -> renamed.openAnyName(forged)).isInstanceOf(InvalidNoteException.class);
        }
    }

    @Test
    void noOtherNoteIsBelieved() {
        var signer = signer("flags.example/log");
        var note = signer.sign(new TreeHead("flags.example/log", 12, Hash.EMPTY).text())
                .toString();
        var key = signer.verifier();

        refused(key, note.replace("\n12\n", "\n13\n"), "not valid");
        refused(signer("flags.example/log").verifier(), note, "not signed by");
        refused(key.named("other.example"), note, "not signed by");
        refused(key, note.replaceFirst("\n\n", "\n"), "not a signed note");
        refused(key, note.strip(), "not a signed note");
        refused(key, note.replace("— ", "- "), "another form");
        refused(key, "x\n\n— flags.example/log AAAA\n", "too short");
        refused(key, "x\n\n— flags.example/log A%\n", "base64");
        refused(key, signer.sign(new TreeHead("other", 1, Hash.EMPTY).text()).toString(), "log other");
        refused(key, signer.sign("flags.example/log\n012\n" + Hash.EMPTY + "\n").toString(), "not a checkpoint");
        refused(key, signer.sign("flags.example/log\n12\nshort\n").toString(), "root hash");
    }

    private static void refused(VerifierKey key, String note, String reason) {
        assertThatThrownBy(() -> key.open(note))
                .isInstanceOf(InvalidNoteException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhM",
                "PeterNeumann+c74f20a3+%%%"
            })
    void noOtherKeyIsRead(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(InvalidNoteException.class);
    }

    @Test
    void aPrivateKeyHasToBeOne() {
        var key = VerifierKey.parse(KEY);

        assertThatThrownBy(() -> new NoteSigner(key, new byte[48])).isInstanceOf(InvalidNoteException.class);
    }

    private static NoteSigner signer(String name) {
        var pair = SigningPair.generate();
        return new NoteSigner(VerifierKey.of(name, pair.publicKey()), pair.privateKey());
    }
}
