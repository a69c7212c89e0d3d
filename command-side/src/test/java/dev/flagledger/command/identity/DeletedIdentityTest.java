package dev.flagledger.command.identity;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand;
import dev.flagledger.api.identity.ManagedIdentityCommand.DeleteManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.RenameManagedIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeletedIdentityTest {

    private static final int BO = 4211;

    static Stream<ManagedIdentityCommand> decisions() {
        return Stream.of(
                new RenameManagedIdentity(4, BO, "user-89"),
                new OverrideForIdentity(
                        4, BO, "user-88", 5, 130, new UUID(0, 130), new Setting(true, FeatureValue.NONE)),
                new UpdateIdentityOverride(4, BO, 5, SettingChange.toggle(true)),
                new RemoveIdentityOverride(4, BO, 5),
                new ReplaceOverrides(4, BO, "user-88", List.of()),
                new DeleteManagedIdentity(4, BO));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDeletedIdentityTakesNoCommands(ManagedIdentityCommand decision) {
        new AggregateTestFixture<>(ManagedIdentity.class)
                .given(new ManagedIdentityCreated(4, BO, "user-88"), new ManagedIdentityDeleted(4, BO))
                .when(decision)
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Identity").toString());
    }
}
