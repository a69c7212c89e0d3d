package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Proofs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of exports are proved against the checkpoint that their response names. */
class ExportProofIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        shop.feature(Map.of("name", "basket_v2"));
    }

    @Test
    void eachLineIsProvedAgainstTheCheckpoint() {
        var exported = shop.ana().with("Accept", "application/x-ndjson").get(shop.events());
        var head = checkpoint(exported);

        assertThat(exported.text().lines().map(JSON::readTree))
                .hasSize(5)
                .allSatisfy(row ->
                        prove(row.get("position").asLong(), row.get("leaf").asString(), head));
    }

    @Test
    void eachRowOfASheetIsProvedAgainstTheCheckpoint() {
        var exported = shop.ana().with("Accept", "text/csv").get(shop.events() + "?type=feature.created");
        var head = checkpoint(exported);

        assertThat(exported.text().lines().skip(1)).hasSize(1).allSatisfy(row -> {
            var cells = row.split(",", -1);
            var leaf = Hash.of(HexFormat.of().parseHex(cells[cells.length - 1]));
            prove(Long.parseLong(cells[0]), leaf.toString(), head);
        });
    }

    @Test
    void theCheckpointProvesTheExportToo() {
        var exported = shop.ana().with("Accept", "text/csv").get(shop.events());

        long recorded = shop.ana()
                .get(shop.events() + "?type=export.events-exported")
                .ok()
                .get("results")
                .get(0)
                .get("position")
                .asLong();
        assertThat(checkpoint(exported).size()).isGreaterThanOrEqualTo(recorded);
    }

    @Test
    void anAuditorContinuesTheCheckpointOfAnExport(@TempDir Path directory) throws Exception {
        var extract = shop.ana().get(shop.events() + "extract/");
        var kept = Files.writeString(directory.resolve("checkpoint"), note(extract));
        shop.feature(Map.of("name", "another"));

        var token = String.valueOf(shop.ana().headers().get("Authorization"));
        var run = CommandRun.of(
                "verify", "--server", SERVER.address().toString(), "--token", token, "--since", kept.toString());

        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    /** From the stored bytes to the leaf of the row, and from there to the signed root. */
    private void prove(long position, String leaf, TreeHead head) {
        var entry = shop.ana().get(shop.events() + position + "/entry/").text();
        assertThat(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8))).hasToString(leaf);
        var path = shop.ana()
                .get("proof/inclusion/?position=" + position + "&size=" + head.size())
                .ok()
                .get("proof")
                .valueStream()
                .map(JsonNode::asString)
                .map(Hash::parse)
                .toList();
        assertThat(Proofs.includes(position - 1, head.size(), Hash.parse(leaf), path, head.root()))
                .isTrue();
    }

    private TreeHead checkpoint(Api.Answer exported) {
        return VerifierKey.parse(shop.ana().get("proof/key/").text()).open(note(exported));
    }

    private static String note(Api.Answer exported) {
        var header =
                exported.http().headers().firstValue("Flagledger-Checkpoint").orElseThrow();
        return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
    }
}
