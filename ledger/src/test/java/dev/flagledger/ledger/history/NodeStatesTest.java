package dev.flagledger.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.history.checkpoint.Positioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeStatesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final FoldedStates<List<Object>> folded =
            new FoldedStates<>(new Folding<>(List.of(), (state, _) -> state, Optional.empty()));
    private final NodeStates<List<Object>> states = new NodeStates<>(folded);
    private final AtomicInteger reads = new AtomicInteger();

    @BeforeEach
    void follow() {
        states.setFollowing(true);
    }

    @Test
    void theLogIsReadForAPositionThatDoesNotCome() {
        assertThat(states.await(1, Duration.ofMillis(50), reads::incrementAndGet))
                .isFalse();

        assertThat(reads).hasPositiveValue();
    }

    @Test
    void theNextPositionIsAwaited() {
        assertThat(states.awaitNext(1, Duration.ofMillis(1))).isFalse();

        var reached = CompletableFuture.supplyAsync(() -> states.awaitNext(1, LONG));
        states.begin(new Positioned<>(1, List.of()));
        states.read(List.of());

        assertThat(reached.join()).isTrue();
    }

    @Test
    void nothingIsAwaitedOnceTheLogIsNotFollowed() {
        var awaited = CompletableFuture.supplyAsync(() -> states.awaitNext(1, LONG));

        states.setFollowing(false);

        assertThat(awaited.join()).isFalse();
    }
}
