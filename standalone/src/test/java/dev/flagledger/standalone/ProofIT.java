package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Proofs;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The proofs of a running server, verified by its clients. */
class ProofIT {

    private static TestServer server;
    private static Shop shop;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("flagledger.log.origin", "flags.example/log"));
        shop = Shop.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aChangeIsProvedFromItsBytesToTheSignedCheckpoint() {
        long position = change();
        var head = headWith(position);
        var entry = shop.ana().get("projects/" + shop.project() + "/events/" + position + "/entry/");

        var proof = shop.ana()
                .get("proof/inclusion/?position=" + position + "&size=" + head.size())
                .ok();

        assertThat(entry.json().get("type").asString()).isEqualTo("feature.created");
        var leaf = Hash.ofLeaf(entry.text().getBytes(StandardCharsets.UTF_8));
        assertThat(proof.get("leaf").asString()).isEqualTo(leaf.toString());
        assertThat(proof.get("root").asString()).isEqualTo(head.root().toString());
        assertThat(Proofs.includes(position - 1, head.size(), leaf, hashes(proof.get("proof")), head.root()))
                .isTrue();
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/events/" + position + "/entry/")
                        .text())
                .isEqualTo(entry.text());
    }

    @Test
    void aLaterCheckpointContinuesAnEarlierOne() {
        var first = headWith(change());
        var second = headWith(change());

        var proof = shop.ana()
                .get("proof/consistency/?from=" + first.size() + "&to=" + second.size())
                .ok();

        assertThat(proof.get("from_root").asString()).isEqualTo(first.root().toString());
        assertThat(proof.get("to_root").asString()).isEqualTo(second.root().toString());
        assertThat(Proofs.consistent(
                        first.size(), second.size(), first.root(), second.root(), hashes(proof.get("proof"))))
                .isTrue();
    }

    @Test
    void tilesAreThoseOfTiledLogs() throws Exception {
        var head = headWith(change());

        var whole = read("proof/tile/0/000.p/" + head.size());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(whole.body()).hasSize((int) head.size() * Hash.BYTES);
        var first = read("proof/tile/0/000.p/1").body();
        assertThat(first).isEqualTo(Arrays.copyOf(whole.body(), Hash.BYTES));
        for (var tooLarge : List.of("0/000", "0/001", "1/000.p/1", "0/x001/000", "0/000.p/255")) {
            assertThat(read("proof/tile/" + tooLarge).statusCode()).as(tooLarge).isEqualTo(400);
        }
        for (var none : List.of("64/000", "0/000.p/256", "0/0", "x/y")) {
            assertThat(read("proof/tile/" + none).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void theCheckpointIsTextForAuditors() throws Exception {
        var note = read("proof/checkpoint");

        assertThat(note.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(new String(note.body(), StandardCharsets.UTF_8))
                .startsWith("flags.example/log\n")
                .contains("\n\n— flags.example/log ");
        assertThat(new String(read("proof/key").body(), StandardCharsets.UTF_8)).startsWith("flags.example/log+");
    }

    @Test
    void onlyWhatTheTreeHasIsProved() {
        headWith(change());
        var ana = shop.ana();

        assertThat(ana.get("proof/inclusion/?position=1000000").status()).isEqualTo(404);
        assertThat(ana.get("proof/inclusion/?position=0").text())
                .isEqualTo("{\"position\":[\"Ensure this value is greater than or equal to 1.\"]}");
        assertThat(ana.get("proof/inclusion/?position=1&size=1000000").status()).isEqualTo(400);
        assertThat(ana.get("proof/inclusion/").text()).isEqualTo("{\"position\":[\"This field is required.\"]}");
        assertThat(ana.get("proof/consistency/?from=9&to=8").status()).isEqualTo(400);
        assertThat(ana.get("proof/consistency/?from=x").status()).isEqualTo(400);
    }

    @Test
    void entriesAreReadInTheirOwnScope() {
        long position = change();
        var other = Shop.in(server);
        var missing = "/events/" + position + "/entry/";

        assertThat(other.ana().get("projects/" + other.project() + missing).status())
                .isEqualTo(404);
        assertThat(other.ana()
                        .get("organisations/" + other.organisation() + missing)
                        .status())
                .isEqualTo(404);
        assertThat(other.ana().get("projects/" + shop.project() + missing).status())
                .isEqualTo(403);
    }

    private static long change() {
        var made = shop.ana().post(shop.features(), Map.of("name", "f" + System.nanoTime()));
        made.ok();
        return made.http()
                .headers()
                .firstValue("Flagledger-Position")
                .map(Long::parseLong)
                .orElseThrow();
    }

    /** The newest head, once it includes a position. */
    private static TreeHead headWith(long position) {
        var key = VerifierKey.parse(shop.ana().get("proof/key/").text());
        return await().until(
                        () -> key.open(shop.ana().get("proof/checkpoint/").text()), head -> head.size() >= position);
    }

    private static List<Hash> hashes(JsonNode proof) {
        return proof.valueStream().map(JsonNode::asString).map(Hash::parse).toList();
    }

    private static HttpResponse<byte[]> read(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path));
        shop.ana().headers().forEach(request::header);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
