package dev.flagledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.metadata.MetadataCommand;
import dev.flagledger.api.organisation.OrganisationCommand;
import dev.flagledger.api.project.ProjectCommand;
import dev.flagledger.api.segment.SegmentCommand;
import dev.flagledger.api.user.UserCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsTest {

    @Test
    void objectsOfDifferentKindsNeverShareAStream() {
        assertThat(List.of(
                        UserCommand.streamOf(1),
                        OrganisationCommand.streamOf(1),
                        ProjectCommand.streamOf(1),
                        EnvironmentCommand.streamOf(1),
                        FeatureCommand.streamOf(1),
                        SegmentCommand.streamOf(1),
                        MetadataCommand.streamOf(1),
                        FlagCommand.streamOf(1, 1),
                        IdentityCommand.streamOf(1, 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFlagIsAFeatureInAnEnvironment() {
        assertThat(List.of(
                        FlagCommand.streamOf(1, 11),
                        FlagCommand.streamOf(11, 1),
                        FlagCommand.streamOf(1, 1),
                        FlagCommand.streamOf(11, 11)))
                .doesNotHaveDuplicates();
    }
}
