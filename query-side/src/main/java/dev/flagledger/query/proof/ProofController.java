package dev.flagledger.query.proof;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proves to every caller that the log has an event, and that it only grows. Reveals nothing but hashes. */
@RestController
@RequestMapping("/api/v1/proof")
class ProofController {

    private final LogTree tree;

    ProofController(LogTree tree) {
        this.tree = tree;
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
        long later = PositionParameter.read("to", to, newest, 0, newest);
        long earlier = PositionParameter.read("from", from, null, 0, later);
        return ConsistencyView.of(tree.tree(earlier), tree.tree(later));
    }

    private SignedHead head() {
        return found(tree.head(), "Checkpoint");
    }
}
