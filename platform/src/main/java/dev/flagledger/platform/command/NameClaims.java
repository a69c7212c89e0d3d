package dev.flagledger.platform.command;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Releasing;
import dev.flagledger.platform.text.Digest;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims the names that a command wants before it is handled, in the transaction that will record its events. Of two
 * commands that want one name at once, in whatever processes, the second waits for the first and then is refused.
 * The names of what a command ends are given up in the same way.
 */
@Component
final class NameClaims implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final JdbcClient jdbc;

    NameClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var command = work.getMessage().getPayload();
        if (command instanceof Claiming claiming) {
            claiming.claims().forEach(this::claim);
        }
        if (command instanceof Releasing releasing) {
            release(releasing.ended());
        }
        return chain.proceed();
    }

    private void release(List<String> owners) {
        jdbc.sql("delete from claimed_name where owner = any(:owners)")
                .param("owners", owners.toArray(String[]::new))
                .update();
    }

    private void claim(Claim claim) {
        try {
            jdbc.sql("""
                            insert into claimed_name (kind, owner, scope, digest)
                            values (:kind, :owner, :scope, :digest)
                            on conflict (kind, owner) do update set scope = excluded.scope, digest = excluded.digest
                            """)
                    .param("kind", claim.kind().name())
                    .param("owner", claim.owner())
                    .param("scope", claim.scope())
                    .param("digest", Digest.sha256(claim.name()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Rejected(new Rejection.Taken(claim.kind()));
        }
    }
}
