package dev.flagledger.command.environment;

import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DisableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class NewEnvironmentTest {

    private static final UUID ID = new UUID(0, 9);
    private static final EnvironmentSettings COPY =
            new EnvironmentSettings("Copy", "key-9", null, null, true, null, null, null, true, false, true, List.of());
    private static final List<InitialState> STATES = List.of(
            new InitialState(9, 5, 190, new UUID(0, 190), new Setting(true, FeatureValue.of("blue")), List.of()));
    private static final CloneEnvironment CLONE = new CloneEnvironment(9, ID, 3, 4, "Copy", "key-9");
    private static final EnvironmentCloned CLONED = new EnvironmentCloned(9, ID, 3, 4, COPY, STATES);

    private final FixtureConfiguration<Environment> fixture = new AggregateTestFixture<>(Environment.class);

    @Test
    void itBeginsWithAStateForEachFeature() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Environment.create(new CreateEnvironment(9, ID, 3, COPY), STATES))
                .expectEvents(new EnvironmentCreated(9, ID, 3, COPY, STATES));
    }

    @Test
    void aCopySaysWhatItIsACopyOf() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Environment.clone(CLONE, COPY, STATES, false))
                .expectEvents(CLONED);
    }

    @Test
    void aCopyOfOneThatKeepsVersionsKeepsThemUnderAnIdOfItsOwn() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Environment.clone(CLONE, COPY, STATES, true))
                .expectEvents(CLONED, new VersioningEnabled(9, ID));
    }

    @Test
    void aCopyIsAnEnvironmentLikeAnyOther() {
        fixture.given(CLONED).when(new EnableVersioning(9, ID)).expectEvents(new VersioningEnabled(9, ID));
        fixture.given(CLONED, new VersioningEnabled(9, ID))
                .when(new DisableVersioning(9))
                .expectEvents(new VersioningDisabled(9));
    }
}
