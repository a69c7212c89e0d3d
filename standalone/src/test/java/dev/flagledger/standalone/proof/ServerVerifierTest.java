package dev.flagledger.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.log.store.PrunedEntry;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.entry.EntryColumns;
import dev.flagledger.ledger.proof.note.SigningPair;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a verifier notices of a server that does not tell the truth. */
class ServerVerifierTest {

    private static final String EVENTS = "projects/7/events/extract/";

    private final ServedLog served = new ServedLog(11);

    ServerVerifierTest() throws IOException {}

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void aTruthfulServerIsIntact() throws IOException {
        var verified = verify(7, null, served.note());

        assertThat(verified.fault()).isEmpty();
        assertThat(verified.events()).isEqualTo(5);
        assertThat(verified.note()).isEqualTo(served.note());
        assertThat(verify(null, served.key(), null))
                .isEqualTo(Verification.intact(0, served.key().open(served.note()), served.note(), 1));
    }

    @Test
    void anEntryThatWasNotSignedIsNamed() throws IOException {
        var other = new StoredEvent(
                4, ServedLog.event(4).scope(), ServedLog.event(5).requireEntry());
        served.answer(EVENTS, text(ServedLog.event(2)) + text(other) + text(ServedLog.event(6)));

        var verified = verify(7, null, null);

        assertThat(verified.fault().orElseThrow()).hasToString("position 4: the entry is not the one that was signed");
        assertThat(verified.events()).as("before the fault").isEqualTo(1);
    }

    @Test
    void anEventBeyondTheCheckpointIsNotBelieved() throws IOException {
        served.answer(EVENTS, text(ServedLog.event(12)));

        assertThat(verify(7, null, null).fault().orElseThrow().position()).isEqualTo(12);
    }

    @Test
    void aServerThatRepeatsItselfIsLeft() {
        served.answer(EVENTS, text(ServedLog.event(2)).repeat(2));

        assertThatThrownBy(() -> verify(7, null, null))
                .isInstanceOf(IOException.class)
                .hasMessage("The server sent the event at position 2 out of order");
    }

    @Test
    void aKeyOrACheckpointOfAnotherLogIsRefused() throws IOException {
        var other = VerifierKey.of(ServedLog.ORIGIN, SigningPair.generate().publicKey());
        assertThat(verify(null, other, null).fault().orElseThrow().toString()).contains("not signed by flags.example");
        assertThat(verify(null, null, "x").fault().orElseThrow().toString()).contains("not a signed note");

        served.answer("proof/checkpoint/", served.note().replace("\n11\n", "\n12\n"));
        assertThat(verify(null, null, null).fault().orElseThrow().toString()).contains("signature of the note");
        served.answer("proof/key/", "x");
        assertThat(verify(null, null, null).fault().orElseThrow().toString()).contains("name+id+key");
    }

    @Test
    void aRenamedLogIsTheSame() throws IOException {
        var head = served.key().open(served.note());
        var kept = served.sign(new TreeHead("earlier.example", head.size(), head.root()));

        assertThat(verify(7, served.key().named("earlier.example"), kept).fault())
                .isEmpty();
        served.answer("proof/checkpoint/", kept);
        assertThat(verify(7, null, kept).head()).isEqualTo(TreeHead.unverified(kept));
    }

    @Test
    void aLogThatDoesNotContinueTheKeptOneIsRefused() throws IOException {
        var shorter = served.sign(new TreeHead(ServedLog.ORIGIN, 5, Hash.EMPTY));
        assertThat(verify(null, null, shorter).fault().orElseThrow())
                .hasToString("The first 5 events are not those of the checkpoint that was kept");
        var longer = served.sign(new TreeHead(ServedLog.ORIGIN, 12, Hash.EMPTY));
        assertThat(verify(null, null, longer).fault().orElseThrow())
                .hasToString("position 12: the event is missing: the checkpoint that was kept has 12 events");
    }

    @Test
    void otherHashesThanTheSignedOnesAreRefused() throws IOException {
        served.answer("proof/tile/0/000.p/11", "x".repeat(11 * Hash.BYTES));
        assertThat(verify(7, null, null).fault().orElseThrow().toString()).contains("not those of the checkpoint");

        served.answer("proof/tile/0/000.p/11", "short");
        assertThatThrownBy(() -> verify(7, null, null)).hasMessage("The server sent a tile of another size");
    }

    @Test
    void aRefusalOfTheServerIsToldWithItsReason() {
        assertThatThrownBy(() -> served.asked().leaves(9))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/api/v1/proof/tile/0/000.p/9 answered 404 {\"detail\":\"Not found.\"}");
        assertThatThrownBy(() -> served.asked().leaves(257)).hasMessageContaining("/tile/0/000 answered 404");
    }

    @Test
    void aRemovedEntryHasToBeAccountedFor() throws IOException {
        var removed = text(removed(2)) + text(ServedLog.event(4));
        served.answer(EVENTS, removed);
        served.answer("organisations/3/events/extract/", removed);

        assertThat(new ServerVerifier(served.asked(), 3, null)
                        .verify(null, null)
                        .fault()
                        .orElseThrow())
                .hasToString("position 2: the entry is missing, and no pruning accounts for it");
        var ofProject = verify(7, null, null);
        assertThat(ofProject.fault()).isEmpty();
        assertThat(ofProject.unaccounted())
                .as("prunings are events of the organisation")
                .isEqualTo(1);
    }

    private static StoredEvent removed(long position) {
        var event = ServedLog.event(position);
        var columns = new EntryColumns(
                "feature:1", 0, "feature.updated", 1, "id", "2031-01-01T00:00:00.000000Z", "SYSTEM", null, null);
        return new StoredEvent(position, event.scope(), new PrunedEntry(columns, event.leaf(), null));
    }

    private static String text(StoredEvent event) {
        return new String(ServedLog.line(event), StandardCharsets.UTF_8);
    }

    private Verification verify(@Nullable Integer project, @Nullable VerifierKey trusted, @Nullable String kept)
            throws IOException {
        return new ServerVerifier(served.asked(), null, project).verify(trusted, kept);
    }
}
