package dev.flagledger.command.retention;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.EventsPruned;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldLifted;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.api.event.OrganisationEvent.RetentionChanged;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeLegalHold;
import dev.flagledger.api.organisation.OrganisationCommand.ChangeRetention;
import dev.flagledger.api.organisation.OrganisationCommand.PruneEvents;
import dev.flagledger.engine.state.organisation.EventRetention;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** What becomes of an organisation's old events, as part of its aggregate. */
public final class OrganisationRetention {

    private EventRetention retention = EventRetention.FOR_EVER;

    @CommandHandler
    void handle(ChangeRetention command) {
        if (!Objects.equals(command.days(), retention.days())) {
            apply(new RetentionChanged(command.organisationId(), command.days()));
        }
    }

    @CommandHandler
    void handle(ChangeLegalHold command) {
        if (command.held() != retention.legalHold()) {
            apply(
                    command.held()
                            ? new LegalHoldPlaced(command.organisationId())
                            : new LegalHoldLifted(command.organisationId()));
        }
    }

    /** A hold that was set in the meantime, or another node that has pruned as far, leaves nothing to record. */
    @CommandHandler
    void handle(PruneEvents command) {
        if (retention.prunes() && command.horizon() > retention.prunedTo()) {
            apply(new EventsPruned(command.organisationId(), command.horizon()));
        }
    }

    @EventSourcingHandler
    void evolve(OrganisationEvent event) {
        retention = switch (event) {
            case RetentionChanged e -> retention.lasting(e.days());
            case LegalHoldPlaced _ -> retention.held(true);
            case LegalHoldLifted _ -> retention.held(false);
            case EventsPruned e -> retention.prunedTo(e.horizon());
            case OrganisationEvent _ -> retention;
        };
    }
}
