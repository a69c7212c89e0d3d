package dev.flagledger.command.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.organisation.OrganisationCommand.CreateOrganisation;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.api.project.ProjectCommand.CreateProject;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flags whose feature is deleted between the look of whoever sends a command and the command. */
class GoneFlagTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh(), TestCommandSide.class);
    private static final Ids IDS = NODE.get(Ids.class);
    private static final String MISSING = new Rejection.Missing("Feature").toString();

    private final int ana = IDS.next(Ids.Kind.USER);
    private final int project = IDS.next(Ids.Kind.PROJECT);
    private final FlagId flag = new FlagId(IDS.next(Ids.Kind.ENVIRONMENT), IDS.next(Ids.Kind.FEATURE));

    @AfterAll
    static void close() {
        NODE.close();
    }

    @BeforeEach
    void found() {
        int organisation = IDS.next(Ids.Kind.ORGANISATION);
        send(new CreateOrganisation(
                organisation, UUID.randomUUID(), new OrganisationSettings("Acme", null, false, false), ana));
        send(new CreateProject(
                project,
                UUID.randomUUID(),
                organisation,
                new ProjectSettings("Shop", false, false, false, true, null, 30, null, false)));
        var live = new EnvironmentSettings(
                "Live", "key-" + project, null, null, true, null, null, null, true, false, true, List.of());
        send(new CreateEnvironment(flag.environmentId(), UUID.randomUUID(), project, live));
        send(new CreateFeature(
                flag.featureId(),
                UUID.randomUUID(),
                project,
                "basket",
                FeatureType.STANDARD,
                null,
                false,
                FeatureDetails.NONE,
                List.of(),
                List.of()));
    }

    @Test
    void oneThatWasNeverChangedIsRefused() {
        send(new DeleteFeature(flag.featureId(), project));

        toggleIsRefused();
        toggleIsRefused();
    }

    /** Its stream is read again, from an event on that the aggregate has to have a beginning for. */
    @Test
    void oneThatWasChangedIsRefusedToo() {
        send(new ToggleFeature(flag, true));
        assertThat(isEnabled()).isTrue();
        send(new DeleteFeature(flag.featureId(), project));
        NODE.get(Cache.class).remove(FlagCommand.streamOf(flag.environmentId(), flag.featureId()));

        toggleIsRefused();
        toggleIsRefused();
    }

    private void toggleIsRefused() {
        assertThatThrownBy(() -> send(new ToggleFeature(flag, false)))
                .isInstanceOf(Rejected.class)
                .hasMessage(MISSING);
    }

    private void send(LedgerCommand command) {
        NODE.get(Commands.class).send(command, new Attribution(Actor.user(ana, "ana@example.test"), "r-1", null));
    }

    private boolean isEnabled() {
        var installation = (Installation) NODE.get(History.class).state();
        return installation
                .environment(flag.environmentId())
                .orElseThrow()
                .flag(flag.featureId())
                .standard()
                .setting()
                .enabled();
    }
}
