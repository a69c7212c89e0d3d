package dev.flagledger.command.context;

import dev.flagledger.api.Actor;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestNode;

/** Requests to a node without a web server. */
public final class TestContexts {

    private TestContexts() {}

    /** A request of this actor. */
    @SuppressWarnings("unchecked") // the node's only history
    public static CommandContext of(TestNode node, Actor actor) {
        var history = (History<Installation>) node.get(History.class);
        return new CommandContext(new Attribution(actor, "r-1", null, null, null), node.get(Commands.class), history);
    }
}
