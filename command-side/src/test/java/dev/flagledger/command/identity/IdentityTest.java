package dev.flagledger.command.identity;

import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
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
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.IdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.IdentityCommand.UpdateIdentityOverride;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final int BO = 4211;
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final Setting ON = new Setting(true, RED);
    private static final IdentityCreated CREATED = new IdentityCreated(4, BO, "user-88");
    private static final IdentityOverrideCreated OVERRIDDEN =
            new IdentityOverrideCreated(4, BO, "user-88", 5, 130, new UUID(0, 130), ON);

    private final FixtureConfiguration<Identity> fixture = new AggregateTestFixture<>(Identity.class);

    @Test
    void itIsMadeKnown() {
        fixture.givenNoPriorActivity()
                .when(new CreateIdentity(4, BO, "user-88"))
                .expectEvents(CREATED, new ManagedIdentityCreated(4, BO, "user-88"));
    }

    @Test
    void itsNextOverrideBearsItsNewName() {
        fixture.given(CREATED)
                .when(new RenameIdentity(4, BO, "user-89"))
                .expectEvents(new IdentityRenamed(4, BO, "user-89"), new ManagedIdentityRenamed(4, BO, "user-89"));
        fixture.given(CREATED, new IdentityRenamed(4, BO, "user-89"))
                .when(new OverrideForIdentity(4, BO, 5, 130, new UUID(0, 130), ON))
                .expectEvents(new IdentityOverrideCreated(4, BO, "user-89", 5, 130, new UUID(0, 130), ON));
        fixture.given(CREATED)
                .when(new RenameIdentity(4, BO, "user-88"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void aFeatureIsOverriddenOnce() {
        fixture.given(CREATED)
                .when(new OverrideForIdentity(4, BO, 5, 130, new UUID(0, 130), ON))
                .expectEvents(OVERRIDDEN);
        fixture.given(CREATED, OVERRIDDEN)
                .when(new OverrideForIdentity(4, BO, 5, 131, new UUID(0, 131), ON))
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
    void sharesThatAreSetAreAChange() {
        var shares = List.of(new Variant(70, 8, 100));

        fixture.given(CREATED, OVERRIDDEN)
                .when(new UpdateIdentityOverride(4, BO, 5, new SettingChange(null, null, shares)))
                .expectEvents(new IdentityOverrideUpdated(4, BO, 5, 130, new SettingChange(true, RED, shares)));
    }

    @Test
    void anOverrideIsTakenAwayOnce() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new RemoveIdentityOverride(4, BO, 5))
                .expectEvents(new IdentityOverrideRemoved(4, BO, 5));
        fixture.given(CREATED, OVERRIDDEN, new IdentityOverrideRemoved(4, BO, 5))
                .when(new RemoveIdentityOverride(4, BO, 5))
                .expectExceptionMessage(new Rejection.Missing("FeatureState").toString());
    }

    @Test
    void onlyTraitsThatDifferAreChanged() {
        var age = new Trait(1, "age", Trait.Type.INT, "30");
        var plan = new Trait(2, "plan", Trait.Type.UNICODE, "pro");
        var older = new Trait(9, "age", Trait.Type.INT, "31");

        fixture.given(CREATED)
                .when(new ChangeTraits(4, BO, List.of(age, plan), List.of("gone")))
                .expectEvents(new TraitsChanged(4, BO, List.of(age, plan), List.of()));
        fixture.given(CREATED, new TraitsChanged(4, BO, List.of(age, plan), List.of()))
                .when(new ChangeTraits(4, BO, List.of(older, plan), List.of()))
                .expectEvents(new TraitsChanged(4, BO, List.of(new Trait(1, "age", Trait.Type.INT, "31")), List.of()));
        fixture.given(CREATED, new TraitsChanged(4, BO, List.of(age, plan), List.of()))
                .when(new ChangeTraits(4, BO, List.of(plan), List.of("age")))
                .expectEvents(new TraitsChanged(4, BO, List.of(), List.of("age")));
        fixture.given(CREATED, new TraitsChanged(4, BO, List.of(age), List.of()))
                .when(new ChangeTraits(4, BO, List.of(age), List.of("plan")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void itIsDeletedOnce() {
        fixture.given(CREATED)
                .when(new DeleteIdentity(4, BO))
                .expectEvents(new IdentityDeleted(4, BO), new ManagedIdentityDeleted(4, BO))
                .expectMarkedDeleted();
        fixture.given(CREATED, new IdentityDeleted(4, BO))
                .when(new DeleteIdentity(4, BO))
                .expectException(AggregateDeletedException.class);
    }
}
