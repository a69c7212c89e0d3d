package dev.flagledger.command.flag;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.version.VersionCommand;
import dev.flagledger.engine.state.flag.Flag;
import java.util.List;

/** The decisions of flags, for tests of what sends them commands. */
public final class Decided {

    private Decided() {}

    public static List<? extends LedgerEvent> of(Flag flag, FlagCommand command) {
        return FlagDecisions.of(flag, command);
    }

    public static List<? extends LedgerEvent> of(Flag flag, VersionCommand command) {
        return VersionDecisions.of(flag, command);
    }
}
