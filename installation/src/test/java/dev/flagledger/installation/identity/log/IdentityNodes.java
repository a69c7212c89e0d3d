package dev.flagledger.installation.identity.log;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.store.TestLog;
import dev.flagledger.ledger.log.stream.StreamLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Nodes that share a log of identities; each test uses an environment of its own. */
public final class IdentityNodes {

    public static final Attribution BY = Attribution.SYSTEM;

    private static final AtomicInteger LAST = new AtomicInteger();

    private final TestLog log;
    private final IdentityReader reader;
    private final int environment = id();
    private final IdentityLog first;

    public IdentityNodes(TestLog log) {
        this.log = log;
        this.reader = new IdentityReader(log.template());
        this.first = node();
    }

    /** Returns an unused id. */
    public static int id() {
        return LAST.incrementAndGet();
    }

    public static Trait plan() {
        return new Trait(id(), "plan", Trait.Type.UNICODE, "pro");
    }

    public int environment() {
        return environment;
    }

    public IdentityReader reader() {
        return reader;
    }

    /** Returns the log of identities. */
    public StreamLog streams() {
        ContextResolver contexts = events -> events.stream()
                .map(event -> (IdentityEvent) event.getPayload())
                .map(event -> new AppendContext(
                        new EventScope(1, 7, event.environmentId(), "identity:" + event.identityId()),
                        List.of(),
                        false))
                .toList();
        return log.streams(contexts);
    }

    /** Creates a node that shares only the database with the others. */
    public IdentityLog node() {
        return new IdentityLog(
                streams(),
                reader,
                (_, _) -> {},
                new IdentityChanges(),
                kind -> new Rejected(new Rejection.Missing(kind)));
    }

    public IdentityState create(String name, Trait... traits) {
        return first.create(new CreateIdentity(environment, id(), name, List.of(traits)), BY)
                .orElseThrow();
    }
}
