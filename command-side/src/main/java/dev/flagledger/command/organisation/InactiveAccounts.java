package dev.flagledger.command.organisation;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeMemberRole;
import dev.flagledger.api.organisation.OrganisationCommand.LeaveOrganisation;
import dev.flagledger.api.organisation.OrganisationCommand.RemoveMembers;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells an organisation which of its members cannot use their accounts, with the commands after which it might have no admin. Accounts
 * are no part of the organisation, so an account that is deactivated at the same instant may not be known yet.
 */
@Component
@Order(3)
final class InactiveAccounts implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String KEY = "inactiveAccounts";

    private final History<Installation> history;

    InactiveAccounts(History<Installation> history) {
        this.history = history;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        var command = (LedgerCommand) work.getMessage().getPayload();
        switch (command) {
            case ChangeMemberRole _, RemoveMembers _, LeaveOrganisation _ -> {
                var inactive = in(history.state(), ((OrganisationCommand) command).organisationId());
                work.transformMessage(message -> message.andMetaData(Map.of(KEY, inactive)));
            }
            default -> {}
        }
        return chain.proceed();
    }

    /** The members of an organisation whose accounts are deactivated or not activated yet. */
    static Set<Integer> in(Installation installation, int organisationId) {
        return installation.organisation(organisationId).stream()
                .flatMap(organisation -> organisation.members().keySet().stream())
                .filter(user -> installation
                        .user(user)
                        .filter(known -> known.standing().active())
                        .isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a command was told; empty if nothing. */
    @SuppressWarnings("unchecked") // put there above
    static Set<Integer> of(MetaData sent) {
        return (Set<Integer>) sent.getOrDefault(KEY, Set.of());
    }
}
