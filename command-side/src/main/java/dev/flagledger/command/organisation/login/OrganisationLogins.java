package dev.flagledger.command.organisation.login;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.LoginRuleEvent;
import dev.flagledger.api.event.LoginRuleEvent.LoginPolicyChanged;
import dev.flagledger.api.login.LoginPolicy;
import dev.flagledger.api.organisation.LoginRuleCommand.ChangeLoginPolicy;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** The ways in which members of an organisation may log in, as part of its aggregate. */
public final class OrganisationLogins {

    private LoginPolicy policy = LoginPolicy.OPEN;

    @CommandHandler
    void handle(ChangeLoginPolicy command) {
        if (!command.policy().equals(policy)) {
            apply(new LoginPolicyChanged(command.organisationId(), command.policy()));
        }
    }

    @EventSourcingHandler
    void evolve(LoginRuleEvent event) {
        policy = switch (event) {
            case LoginPolicyChanged e -> e.policy();
        };
    }
}
