package dev.flagledger.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.verify.Fault;
import dev.flagledger.ledger.proof.verify.PrunedEvents;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an auditor reads; scripts may depend on it. */
class VerifyReportTest {

    private static final TreeHead HEAD = new TreeHead("flags.example", 7, Hash.EMPTY);
    private static final String CHECKPOINT =
            "Checkpoint: flags.example, 7 events, root hash 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void anIntactLogIsCounted() {
        assertThat(lines(Verification.intact(7, HEAD, "note", 3)))
                .containsExactly(CHECKPOINT, "Intact: 7 entries and 3 checkpoints verified.");
    }

    @Test
    void theFirstBadEntryIsNamedByItsPosition() {
        var fault = new Fault(5, "the event is missing");

        assertThat(lines(Verification.faulty(4, HEAD, "note", 1, fault)))
                .containsExactly(CHECKPOINT, "First bad entry: position 5: the event is missing");
    }

    @Test
    void aFaultOfNoEntryIsToldWithoutAPosition() {
        assertThat(lines(Verification.faulty(7, HEAD, "note", 1, new Fault(0, "Tiles are missing: [1/0]"))))
                .containsExactly(CHECKPOINT, "The log was changed: Tiles are missing: [1/0]");
    }

    @Test
    void withoutACheckpointNoneIsShown() {
        assertThat(lines(Verification.withoutHead("The log has no checkpoint")))
                .containsExactly("The log was changed: The log has no checkpoint");
    }

    @Test
    void whatWasPrunedIsCounted() {
        var pruned = new PrunedEvents();
        pruned.read(
                "organisation.events-pruned",
                "{\"event\":{\"organisationId\":3,\"horizon\":2}}".getBytes(StandardCharsets.UTF_8));
        pruned.add(2, 3, "feature.updated");
        var intact = Verification.intact(7, HEAD, "note", 3);

        assertThat(lines(intact.withAccounted(pruned)))
                .contains("Intact: 7 entries (1 of them pruned, by their hashes) and 3 checkpoints verified.");
        assertThat(lines(intact.withUnaccounted(pruned)))
                .contains(
                        "Intact: 7 entries (1 of them pruned, by their hashes, and not accounted for) and 3 checkpoints"
                                + " verified.");
    }

    private static String[] lines(Verification verified) {
        var out = new StringWriter();
        new VerifyReport(verified).print(new PrintWriter(out));
        return out.toString().lines().toArray(String[]::new);
    }
}
