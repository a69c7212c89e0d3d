package dev.flagledger.command.access;

import dev.flagledger.access.permission.AccessPolicy;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.group.GroupCommand;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.CommandGuard;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses commands whose actor lacks the permission required by the tables, commands without an actor, and commands that
 * are in none of them.
 */
@Component
@Order(1)
final class Authorisation implements MessageHandlerInterceptor<CommandMessage<?>>, CommandGuard {

    static final Map<Class<? extends LedgerCommand>, Permission> REQUIRED = Stream.of(
                    OrganisationPermissions.REQUIRED, ProjectPermissions.REQUIRED)
            .flatMap(table -> table.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final History<Installation> history;

    Authorisation(History<Installation> history) {
        this.history = history;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var message = work.getMessage();
        if (!(message.getPayload() instanceof LedgerCommand command)) {
            throw new IllegalArgumentException("not one of our commands: " + message.getCommandName());
        }
        // A missing actor would otherwise be read as the system, which may do anything.
        if (!Attribution.namesActor(message.getMetaData())) {
            throw new Rejected(new Rejection.Forbidden());
        }
        require(command, Attribution.actorOf(message.getMetaData()));
        return chain.proceed();
    }

    @Override
    public void require(LedgerCommand command, Attribution by) {
        require(command, by.actor());
    }

    private void require(LedgerCommand command, Actor actor) {
        if (!permits(Caller.visible(history.state()), command, actor)) {
            throw new Rejected(new Rejection.Forbidden());
        }
    }

    /** Returns whether the actor may send the command. */
    static boolean permits(Installation installation, LedgerCommand command, Actor actor) {
        var required = requiredFor(command);
        return required != null && AccessPolicy.may(installation, actor, required, command.scope());
    }

    /** Who manages groups would otherwise join one unasked, and gain what is granted to it. */
    private static @Nullable Permission requiredFor(LedgerCommand command) {
        return command instanceof GroupCommand group && group.decidesWhoJoins()
                ? Permission.MANAGE_MEMBERS
                : REQUIRED.get(command.getClass());
    }
}
