package dev.flagledger.installation.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.segment.SegmentCommand.CreateSegment;
import dev.flagledger.api.segment.SegmentCommand.DeleteSegment;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.webhook.WebhookCommand;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MissingObjectsTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), Segment.class, TestFold.class, MissingObjects.class);

    private static final Attribution BY_THE_SYSTEM = new Attribution(Actor.SYSTEM, null, null, null, null);
    private static final SegmentDefinition BETA = new SegmentDefinition("beta", null, null, List.of(), List.of());

    private final Commands commands = NODE.get(Commands.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void deletedAggregatesRejectCommands() {
        commands.send(new CreateSegment(1, new UUID(0, 1), 7, BETA), BY_THE_SYSTEM);
        commands.send(new DeleteSegment(1, 7), BY_THE_SYSTEM);

        assertMissing(new DeleteSegment(1, 7));
    }

    @Test
    void missingAggregatesRejectCommands() {
        assertMissing(new DeleteSegment(2, 7));
    }

    private void assertMissing(LedgerCommand command) {
        assertThatThrownBy(() -> commands.send(command, BY_THE_SYSTEM))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Missing("Segment")));
    }

    @Test
    void missingObjectsHaveTheContractsNames() {
        var refusals = new MissingObjects();
        Map.of(
                        UserCommand.streamOf(7), "FFAdminUser",
                        OrganisationCommand.streamOf(7), "Organisation",
                        ProjectCommand.streamOf(7), "Project",
                        EnvironmentCommand.streamOf(7), "Environment",
                        FeatureCommand.streamOf(7), "Feature",
                        FlagCommand.streamOf(7, 8), "FeatureState",
                        SegmentCommand.streamOf(7), "Segment",
                        MetadataCommand.streamOf(7), "MetadataField",
                        WebhookCommand.streamOf(7), "Webhook",
                        IdentityCommand.streamOf(7, 8), "Identity")
                .forEach((stream, name) -> assertThat(
                                refusals.missing(stream.split("-", 2)[0]).rejection())
                        .isEqualTo(new Rejection.Missing(name)));
    }

    /** A minimal aggregate that can be deleted. */
    @Aggregate
    public static class Segment {

        @AggregateIdentifier
        @Nullable String id;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.ALWAYS)
        void handle(CreateSegment command) {
            apply(new SegmentCreated(command.segmentId(), command.uuid(), command.projectId(), command.definition()));
        }

        @CommandHandler
        void handle(DeleteSegment command) {
            apply(new SegmentDeleted(command.segmentId()));
        }

        @EventSourcingHandler
        void evolve(SegmentEvent event) {
            id = SegmentCommand.streamOf(event.segmentId());
            if (event instanceof SegmentDeleted) {
                markDeleted();
            }
        }
    }
}
