package dev.flagledger.command.access;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses legal holds without a note, and commands without one about projects that require it. Of users and API keys only:
 * applications, monitors and the server itself make no decisions that they could give a reason for.
 */
@Component
@Order(2)
final class NoteRule implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final Set<Actor.Kind> ASKED = EnumSet.of(Actor.Kind.USER, Actor.Kind.API_KEY);

    private final History<Installation> history;

    NoteRule(History<Installation> history) {
        this.history = history;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var message = work.getMessage();
        var by = Attribution.of(message.getMetaData());
        if (by.note() == null
                && ASKED.contains(by.actor().kind())
                && isRequired((LedgerCommand) message.getPayload())) {
            throw new Rejected(new Rejection.Invalid(Rejection.Invalid.Rule.NOTE));
        }
        return chain.proceed();
    }

    private boolean isRequired(LedgerCommand command) {
        return command instanceof ChangeLegalHold || isRequired(command.about());
    }

    private boolean isRequired(Scope scope) {
        return history.state()
                .projectOf(scope)
                .filter(project -> project.settings().requireNote())
                .isPresent();
    }
}
