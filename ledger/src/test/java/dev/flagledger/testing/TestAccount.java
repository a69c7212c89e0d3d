package dev.flagledger.testing;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.UserEvent.UserRegistered;
import dev.flagledger.api.event.UserEvent.UserRenamed;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.user.UserCommand.LogIn;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.api.user.UserCommand.RenameUser;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A minimal aggregate: registers, changes its name, and records logins. */
@Aggregate(cache = "currentAggregates")
public class TestAccount {

    @AggregateIdentifier
    @Nullable String id;

    private String name = "";

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterUser command) {
        if (id == null) {
            apply(new UserRegistered(
                    command.userId(), command.uuid(), command.email(), command.firstName(), command.lastName()));
        }
    }

    @CommandHandler
    void handle(RenameUser command) {
        if (!command.firstName().equals(name)) {
            apply(new UserRenamed(command.userId(), command.firstName(), command.lastName()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LogIn command) {
        apply(new UserLoggedIn(command.userId(), LoginWay.EMAIL));
    }

    @EventSourcingHandler
    void evolve(UserEvent event) {
        id = UserCommand.streamOf(event.userId());
        if (event instanceof UserRenamed renamed) {
            name = renamed.firstName();
        }
    }
}
