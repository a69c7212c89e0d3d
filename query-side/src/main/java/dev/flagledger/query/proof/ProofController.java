package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proves to every caller what the log contains and that it only grows. Reveals nothing but hashes. */
@RestController
@RequestMapping("/api/v1/proof")
class ProofController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final Duration YEAR = Duration.ofDays(365);

    private final LogTree tree;

    ProofController(LogTree tree) {
        this.tree = tree;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(head().note());
    }

    @GetMapping("/key")
    ResponseEntity<byte[]> key() {
        return text(tree.key() + "\n");
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(TEXT)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/inclusion")
    InclusionView inclusion(
            @RequestParam(required = false) @Nullable String position,
            @RequestParam(required = false) @Nullable String size) {
        long newest = head().size();
        long ofTree = PositionParameter.read("size", size, newest, 1, newest);
        long at = PositionParameter.read("position", position, null, 1, Long.MAX_VALUE);
        return found(InclusionView.of(tree.tree(ofTree), at), "Event");
    }

    @GetMapping("/consistency")
    ConsistencyView consistency(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        long newest = head().size();
        long second = PositionParameter.read("to", to, newest, 0, newest);
        long first = PositionParameter.read("from", from, null, 0, second);
        return ConsistencyView.of(tree.tree(first), tree.tree(second));
    }

    /** A tile at a path of C2SP's tlog-tiles, which never changes. */
    @GetMapping("/tile/{level}/{*index}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String index) {
        var tile = found(TilePath.parse(level, index), "Tile")
                .in(tree)
                .orElseThrow(() -> InvalidInput.detail("The tree does not have this tile, or not so much of it."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(YEAR).cachePrivate().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tile.hashes());
    }

    private SignedHead head() {
        return found(tree.head(), "Checkpoint");
    }
}
