package dev.flagledger.command.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.contract.error.Throttled;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoginTurnsTest {

    private final LoginTurns turns = new LoginTurns();

    @Test
    void theThirtyThirdLoginAtATimeIsRejected() {
        var last = inside(31, () -> turns.in(() -> "let in"));

        assertThat(last).isEqualTo("let in");
        assertThatThrownBy(() -> inside(32, () -> turns.in(() -> "let in"))).isInstanceOf(Throttled.class);
    }

    @Test
    void loginsThatEndedOrFailedLeaveTheirTurnToOthers() {
        for (int login = 0; login < 100; login++) {
            assertThatThrownBy(() -> turns.in(() -> {
                        throw new IllegalStateException("failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        assertThat(turns.in(() -> "let in")).isEqualTo("let in");
    }

    /** Runs the login while so many others are running. */
    private String inside(int others, Supplier<String> login) {
        return others == 0 ? login.get() : turns.in(() -> inside(others - 1, login));
    }
}
