package dev.flagledger.command.erasure;

import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErasureTest {

    static Stream<ErasureEvent> erasures() {
        return Stream.of(
                new UserErased(new UUID(0, 70), 1, List.of(2, 3)),
                new IdentityErased(new UUID(0, 71), 4, 4211),
                new InvitedPersonErased(new UUID(0, 72), 31, List.of(2)),
                new FormerIdentityErased(new UUID(0, 73), 2, 4, 4212));
    }

    @ParameterizedTest
    @MethodSource("erasures")
    void thatSomebodyWasErasedIsRecorded(ErasureEvent event) {
        new AggregateTestFixture<>(Erasure.class)
                .givenNoPriorActivity()
                .whenConstructing(() -> new Erasure(event))
                .expectEvents(event);
    }
}
