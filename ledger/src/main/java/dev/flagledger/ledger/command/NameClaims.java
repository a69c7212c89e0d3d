package dev.flagledger.ledger.command;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Releasing;
import dev.flagledger.ledger.secret.KeyedDigest;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims the unique names of a command before it is handled, in the transaction that records its events. Of two commands that claim
 * a name concurrently, on any nodes, the second waits for the first and is then refused. The names of what a command ends are
 * released in the same way.
 */
@Component
public final class NameClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final JdbcClient jdbc;
    private final KeyedDigest digest;

    NameClaims(JdbcClient jdbc, KeyedDigest digest) {
        this.jdbc = jdbc;
        this.digest = digest;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var command = work.getMessage().getPayload();
        if (command instanceof Claiming claiming) {
            claiming.claims().forEach(this::claim);
            claiming.claimsIfFree().forEach(this::claimIfFree);
        }
        if (command instanceof Releasing releasing) {
            release(releasing.ended());
        }
        return chain.proceed();
    }

    /** Releases the names of these streams, in the caller's transaction. */
    public void release(List<String> owners) {
        jdbc.sql("delete from ledger.claimed_name where owner = any(:owners)")
                .param("owners", owners.toArray(String[]::new))
                .update();
    }

    private void claim(Claim claim) {
        try {
            insert(claim, "on conflict (kind, owner) do update set scope = excluded.scope, digest = excluded.digest");
        } catch (DuplicateKeyException e) {
            throw new Rejected(new Rejection.Taken(claim.kind()));
        }
    }

    private void claimIfFree(Claim claim) {
        insert(claim, "on conflict do nothing");
    }

    private void insert(Claim claim, String onConflict) {
        jdbc.sql("insert into ledger.claimed_name (kind, owner, scope, digest) values (:kind, :owner, :scope, :digest) "
                        + onConflict)
                .param("kind", claim.kind().name())
                .param("owner", claim.owner())
                .param("scope", claim.scope())
                .param("digest", digest.of(claim.name()))
                .update();
    }
}
