package dev.flagledger.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EventScope;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendContextTest {

    private static final EventScope FEATURE = new EventScope(2, 7, null, "feature:901");
    private static final EventScope PROJECT = new EventScope(2, 7, null, "project:7");

    @Test
    void theObjectItsContainersAndRelatedObjectsMustNotHaveEnded() {
        var context = new AppendContext(FEATURE, List.of("user:3"), false);

        assertThat(context.requiredObjects())
                .containsExactlyInAnyOrder("user:3", "feature:901", "organisation:2", "project:7");
    }

    @Test
    void anEventOutsideOfAllContainersRequiresItsObjectOnly() {
        var context = new AppendContext(new EventScope(null, null, null, "user:3"), List.of(), false);

        assertThat(context.requiredObjects()).containsExactly("user:3");
    }

    @Test
    void onlyTheEndOfAContainerEndsWhatItContains() {
        assertThat(new AppendContext(PROJECT, List.of(), true).endsContainer()).isTrue();
        assertThat(new AppendContext(FEATURE, List.of(), true).endsContainer()).isFalse();
        assertThat(new AppendContext(PROJECT, List.of(), false).endsContainer()).isFalse();
    }
}
