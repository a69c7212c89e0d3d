package dev.flagledger.query.event.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Parts of the numbers from 1 to 2,000. */
class PartsTest {

    private static final int ALL = 2_000;

    private final List<Integer> written = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void partsAreReadUntilOneIsNotFull() throws IOException {
        write(null);

        assertThat(written).isEqualTo(IntStream.rangeClosed(1, ALL).boxed().toList());
        assertThat(asked).containsExactly(0, 1_000, 2_000);
    }

    @Test
    void noMoreThanTheLimitIsRead() throws IOException {
        write(1_001);

        assertThat(written).hasSize(1_001).endsWith(1_001);
        assertThat(asked).containsExactly(0, 1_000);
    }

    @Test
    void afterTheLimitNothingIsAsked() throws IOException {
        write(1_000);

        assertThat(written).hasSize(1_000);
        assertThat(asked).containsExactly(0);
    }

    @Test
    void whatCannotBeReadIsNotBegun() {
        var parts = new Parts<Integer>(null, (_, _) -> {
            throw new IllegalStateException("no database");
        });

        assertThatThrownBy(() -> parts.write(() -> written.add(0), written::addAll))
                .isInstanceOf(IllegalStateException.class);
        assertThat(written).isEmpty();
    }

    private void write(@Nullable Integer limit) throws IOException {
        new Parts<Integer>(limit, this::after).write(() -> assertThat(asked).containsExactly(0), written::addAll);
    }

    private List<Integer> after(@Nullable Integer last, int limit) {
        int first = last == null ? 0 : last;
        asked.add(first);
        return IntStream.rangeClosed(first + 1, Math.min(ALL, first + limit))
                .boxed()
                .toList();
    }
}
