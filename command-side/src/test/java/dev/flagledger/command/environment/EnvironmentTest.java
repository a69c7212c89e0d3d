package dev.flagledger.command.environment;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.environment.EnvironmentCommand.AddServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteTrait;
import dev.flagledger.api.environment.EnvironmentCommand.DisableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.ExportFeatures;
import dev.flagledger.api.environment.EnvironmentCommand.NoteEvaluation;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveServerKey;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final EnvironmentSettings LIVE = settings("Live", false);
    private static final EnvironmentSettings DISCREET = settings("Live", true);
    private static final EnvironmentCreated CREATED = new EnvironmentCreated(4, new UUID(0, 4), 3, LIVE, List.of());

    private static final UUID VERSIONS = new UUID(0, 70);

    private final FixtureConfiguration<Environment> fixture = new AggregateTestFixture<>(Environment.class);

    @Test
    void itsSettingsChange() {
        fixture.given(CREATED).when(change(LIVE, DISCREET)).expectEvents(new EnvironmentChanged(4, DISCREET));
    }

    /** Permissions and names are checked for the parent that the command names, so it must be the actual one. */
    @Test
    void aCommandForAnotherProjectIsRejected() {
        fixture.given(CREATED)
                .when(new ChangeEnvironment(4, 99, new Edit<>(LIVE, DISCREET)))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Environment").toString());
    }

    @Test
    void theSameSettingsAgainAreNoChange() {
        fixture.given(CREATED)
                .when(change(LIVE, LIVE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new EnvironmentChanged(4, DISCREET))
                .when(change(LIVE, DISCREET))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void versioningIsEnabledAndDisabled() {
        var enabled = new VersioningEnabled(4, VERSIONS);
        fixture.given(CREATED).when(new EnableVersioning(4, VERSIONS)).expectEvents(enabled);
        fixture.given(CREATED, enabled)
                .when(new EnableVersioning(4, VERSIONS))
                .expectExceptionMessage(new Rejection.Unfit(Cause.VERSIONED).toString());
        fixture.given(CREATED, enabled).when(new DisableVersioning(4)).expectEvents(new VersioningDisabled(4));
        fixture.given(CREATED, enabled, new VersioningDisabled(4))
                .when(new DisableVersioning(4))
                .expectExceptionMessage(new Rejection.Unfit(Cause.UNVERSIONED).toString());
    }

    @Test
    void onlyTheFirstEvaluationIsRecorded() {
        var first = new FirstEvaluated(4, "flagsmith-java-sdk");
        fixture.given(CREATED).when(new NoteEvaluation(4, "flagsmith-java-sdk")).expectEvents(first);
        fixture.given(CREATED, first)
                .when(new NoteEvaluation(4, "unknown"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void exportsAndDeletedTraitsAreRecorded() {
        fixture.given(CREATED).when(new ExportFeatures(4, 51)).expectEvents(new FeaturesExported(4, 51));
        fixture.given(CREATED, new FeaturesExported(4, 51))
                .when(new DeleteTrait(4, "plan"))
                .expectEvents(new TraitDeleted(4, "plan"));
    }

    @Test
    void aServerKeyIsAddedChangedAndRemoved() {
        var key = new ServerKey(7, "backend", true, null);
        var off = new ServerKey(7, "backend", false, null);

        fixture.given(CREATED).when(new AddServerKey(4, key)).expectEvents(new ServerKeyAdded(4, key));
        fixture.given(CREATED, new ServerKeyAdded(4, key))
                .when(new ChangeServerKey(4, new Edit<>(key, off)))
                .expectEvents(new ServerKeyChanged(4, off));
        fixture.given(CREATED, new ServerKeyAdded(4, key))
                .when(new ChangeServerKey(4, new Edit<>(key, key)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new ServerKeyAdded(4, key))
                .when(new RemoveServerKey(4, 7))
                .expectEvents(new ServerKeyRemoved(4, 7));
    }

    @Test
    void aMissingServerKeyCannotChangeOrBeRemoved() {
        var key = new ServerKey(7, "backend", true, null);
        var missing = new Rejection.Missing("EnvironmentAPIKey").toString();

        fixture.given(CREATED)
                .when(new ChangeServerKey(4, new Edit<>(key, key)))
                .expectExceptionMessage(missing);
        fixture.given(CREATED, new ServerKeyAdded(4, key), new ServerKeyRemoved(4, 7))
                .when(new RemoveServerKey(4, 7))
                .expectExceptionMessage(missing);
    }

    @Test
    void itIsDeletedOnce() {
        fixture.given(CREATED)
                .when(new DeleteEnvironment(4))
                .expectEvents(new EnvironmentDeleted(4))
                .expectMarkedDeleted();
        fixture.given(CREATED, new EnvironmentDeleted(4))
                .when(new DeleteEnvironment(4))
                .expectException(AggregateDeletedException.class);
    }

    private static ChangeEnvironment change(EnvironmentSettings seen, EnvironmentSettings wanted) {
        return new ChangeEnvironment(4, 3, new Edit<>(seen, wanted));
    }

    private static EnvironmentSettings settings(String name, boolean hideSensitiveData) {
        return new EnvironmentSettings(
                name, "key", null, null, true, null, null, null, true, hideSensitiveData, true, List.of());
    }
}
