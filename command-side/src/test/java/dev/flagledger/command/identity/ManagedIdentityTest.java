package dev.flagledger.command.identity;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.CreateManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.RenameManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ManagedIdentityTest {

    private static final int BO = 4211;
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final Setting ON = new Setting(true, RED);
    private static final ManagedIdentityCreated CREATED = new ManagedIdentityCreated(4, BO, "user-88");
    private static final IdentityOverrideCreated OVERRIDDEN =
            new IdentityOverrideCreated(4, BO, "user-88", 5, 130, new UUID(0, 130), ON);

    private final FixtureConfiguration<ManagedIdentity> fixture = new AggregateTestFixture<>(ManagedIdentity.class);

    @Test
    void itsCreationIsRecorded() {
        fixture.givenNoPriorActivity()
                .when(new CreateManagedIdentity(4, BO, "user-88"))
                .expectEvents(CREATED);
    }

    @Test
    void theFirstCommandBeginsTheStreamOfAnIdentityThatAnApplicationCreated() {
        fixture.givenNoPriorActivity().when(override(130)).expectEvents(OVERRIDDEN);
        fixture.givenNoPriorActivity()
                .when(new RenameManagedIdentity(4, BO, "user-89"))
                .expectEvents(new ManagedIdentityRenamed(4, BO, "user-89"));
        fixture.givenNoPriorActivity()
                .when(new DeleteManagedIdentity(4, BO))
                .expectEvents(new ManagedIdentityDeleted(4, BO));
        fixture.givenNoPriorActivity()
                .when(new ReplaceOverrides(4, BO, "user-88", List.of()))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOverrideCarriesTheStoredIdentifierNotTheSenders() {
        fixture.given(CREATED)
                .when(new RenameManagedIdentity(4, BO, "user-89"))
                .expectEvents(new ManagedIdentityRenamed(4, BO, "user-89"));
        fixture.given(CREATED, new ManagedIdentityRenamed(4, BO, "user-89"))
                .when(override(130))
                .expectEvents(new IdentityOverrideCreated(4, BO, "user-89", 5, 130, new UUID(0, 130), ON));
        fixture.given(CREATED)
                .when(new RenameManagedIdentity(4, BO, "user-88"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFeatureIsOverriddenOnce() {
        fixture.given(CREATED).when(override(130)).expectEvents(OVERRIDDEN);
        fixture.given(CREATED, OVERRIDDEN)
                .when(override(131))
                .expectExceptionMessage(new Rejection.Overridden().toString());
    }

    @Test
    void anOverrideKeepsItsIdsWhenItChanges() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new UpdateIdentityOverride(4, BO, 5, SettingChange.toggle(false)))
                .expectEvents(new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(false, RED, null)));
    }

    @Test
    void theSameOverrideAgainIsNoChange() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new UpdateIdentityOverride(4, BO, 5, SettingChange.toggle(true)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(
                        CREATED,
                        OVERRIDDEN,
                        new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(false, RED, null)))
                .when(new UpdateIdentityOverride(4, BO, 5, new SettingChange(false, RED, null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void setVariantsAreAlwaysAChange() {
        var shares = List.of(new Variant(70, 8, 100));

        fixture.given(CREATED, OVERRIDDEN)
                .when(new UpdateIdentityOverride(4, BO, 5, new SettingChange(null, null, shares)))
                .expectEvents(new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(true, RED, shares)));
    }

    @Test
    void anOverrideIsRemovedOnce() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new RemoveIdentityOverride(4, BO, 5))
                .expectEvents(new IdentityOverrideRemoved(4, BO, 5));
        fixture.given(CREATED, OVERRIDDEN, new IdentityOverrideRemoved(4, BO, 5))
                .when(new RemoveIdentityOverride(4, BO, 5))
                .expectExceptionMessage(new Rejection.Missing("FeatureState").toString());
    }

    @Test
    void aDeletedIdentityTakesNoCommands() {
        fixture.given(CREATED).when(new DeleteManagedIdentity(4, BO)).expectEvents(new ManagedIdentityDeleted(4, BO));
        fixture.given(CREATED, new ManagedIdentityDeleted(4, BO))
                .when(new DeleteManagedIdentity(4, BO))
                .expectExceptionMessage(new Rejection.Missing("Identity").toString());
        fixture.given(CREATED, new ManagedIdentityDeleted(4, BO))
                .when(override(130))
                .expectExceptionMessage(new Rejection.Missing("Identity").toString());
    }

    private static OverrideForIdentity override(int state) {
        return new OverrideForIdentity(4, BO, "user-88", 5, state, new UUID(0, state), ON);
    }
}
