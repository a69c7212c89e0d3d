package dev.flagledger.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.user.UserCommand;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CommandConfigurationTest {

    /** Without a version: the log detects conflicts by sequence numbers. */
    @Test
    void theTargetOfACommandIsTheAggregateThatItNames() {
        var command = new UserCommand.LogIn(3, LoginWay.EMAIL);

        var target =
                new CommandConfiguration().commandTargetResolver().resolveTarget(new GenericCommandMessage<>(command));

        assertThat(target.getIdentifier()).isEqualTo(command.aggregateId());
        assertThat(target.getVersion()).isNull();
    }
}
