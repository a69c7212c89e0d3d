package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.ledger.proof.LogTree;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives every caller the signed head of the log, and the key that it is signed with. */
@RestController
@RequestMapping("/api/v1/proof")
class CheckpointController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final LogTree tree;

    CheckpointController(LogTree tree) {
        this.tree = tree;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return text(found(tree.head(), "Checkpoint").note());
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
}
