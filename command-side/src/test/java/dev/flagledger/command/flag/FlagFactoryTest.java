package dev.flagledger.command.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.engine.state.flag.Flag;
import java.util.ArrayList;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class FlagFactoryTest {

    private static final FlagId FLAG = new FlagId(4, 15);

    @Test
    void itAsksForTheStartOfTheFlagThatTheStreamIsOf() {
        var asked = new ArrayList<FlagId>();
        var flag = new FlagFactory(id -> {
                    asked.add(id);
                    return gone();
                })
                .create(FlagCommand.streamOf(FLAG.environmentId(), FLAG.featureId()));

        assertThatThrownBy(() -> flag.handle(new ToggleFeature(FLAG, true))).isInstanceOf(Rejected.class);

        assertThat(asked).containsExactly(FLAG);
    }

    /** A rejection during creation would leave the aggregate locked. */
    @Test
    void aFlagThatIsGoneIsRefusedWhenItIsToBeChangedAndNotBefore() {
        var flag = new FlagFactory(_ -> gone()).create("flag-4-15");

        assertThatThrownBy(() -> flag.handle(new ToggleFeature(FLAG, true)))
                .hasMessage(new Rejection.Missing("Feature").toString());
    }

    /** Axon wraps exceptions of event handlers, which would hide the rejection. */
    @Test
    void aFlagThatIsGoneIsRefusedBeforeItsStreamIsReadAgain() {
        var factory = new FlagFactory(_ -> gone());
        var removed = new SegmentOverrideRemoved(FLAG.environmentId(), FLAG.featureId(), 7);
        var first = new GenericDomainEventMessage<>("flag", "flag-4-15", 0, removed);

        assertThatThrownBy(() -> factory.createAggregateRoot("flag-4-15", first))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Missing("Feature").toString());
    }

    private static Flag gone() {
        throw new Rejected(new Rejection.Missing("Feature"));
    }
}
