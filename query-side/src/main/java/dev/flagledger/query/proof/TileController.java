package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.tree.TilePath;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives every caller the tiles of the tree, which contain nothing but hashes. */
@RestController
@RequestMapping("/api/v1/proof")
class TileController {

    private static final Duration YEAR = Duration.ofDays(365);

    private final LogTree tree;

    TileController(LogTree tree) {
        this.tree = tree;
    }

    /** A tile at a path of C2SP's tlog-tiles, which never changes. */
    @GetMapping("/tile/{level}/{*index}")
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String index) {
        var path = found(TilePath.parse(level + index), "Tile");
        var tile = tree.tile(path.level(), path.index())
                .filter(stored -> stored.width() >= path.width())
                .map(stored -> stored.first(path.width()))
                .orElseThrow(() -> InvalidInput.detail("The tree does not have this tile, or not so much of it."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(YEAR).cachePrivate().immutable())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tile.hashes());
    }
}
