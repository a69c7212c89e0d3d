package dev.flagledger.standalone;

import dev.flagledger.access.AccessModule;
import dev.flagledger.command.CommandSide;
import dev.flagledger.command.identity.IdentityWriteConfiguration;
import dev.flagledger.command.webhook.WebhookStateConfiguration;
import dev.flagledger.contract.Contract;
import dev.flagledger.installation.InstallationModule;
import dev.flagledger.ledger.Ledger;
import dev.flagledger.query.QuerySide;
import dev.flagledger.webhook.WebhookProjector;
import dev.flagledger.webhook.evaluation.EvaluationConfiguration;
import dev.flagledger.webhook.log.DeliveryLogConfiguration;
import dev.flagledger.webhook.trial.TrialConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The work of a node. One node does everything, or several share the work on one PostgreSQL. */
enum Role {
    ALL,
    COMMAND,
    QUERY,
    WEBHOOK;

    /** The configuration classes of a node with this role. */
    List<Class<?>> configurations() {
        return Stream.concat(
                        Stream.of(
                                Node.class, Ledger.class, Contract.class, InstallationModule.class, AccessModule.class),
                        sides())
                .toList();
    }

    private Stream<Class<?>> sides() {
        return switch (this) {
            case ALL -> Stream.of(CommandSide.class, QuerySide.class, WebhookProjector.class);
            case COMMAND -> Stream.of(CommandSide.class, TrialConfiguration.class);
            case QUERY ->
                Stream.of(
                        QuerySide.class,
                        IdentityWriteConfiguration.class,
                        DeliveryLogConfiguration.class,
                        EvaluationConfiguration.class);
            case WEBHOOK -> Stream.of(WebhookProjector.class, WebhookStateConfiguration.class);
        };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
