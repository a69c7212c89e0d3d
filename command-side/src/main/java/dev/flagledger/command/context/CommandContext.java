package dev.flagledger.command.context;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.security.Caller;
import dev.flagledger.api.Actor;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import java.util.List;

/** A request that may send commands: its caller, what the caller may see, and commands in the caller's name. */
public final class CommandContext {

    private final Attribution attribution;
    private final Commands bus;
    private final History<Installation> history;

    CommandContext(Attribution attribution, Commands commands, History<Installation> history) {
        this.attribution = attribution;
        this.bus = commands;
        this.history = history;
    }

    /** The caller and the request, as they are recorded with events. */
    public Attribution attribution() {
        return attribution;
    }

    /** The caller. */
    public Actor actor() {
        return attribution.actor();
    }

    /** Returns this request with another caller, such as the user who has just logged in with it. */
    public CommandContext by(Actor actor) {
        return new CommandContext(attribution.by(actor), bus, history);
    }

    /** Returns this request with a note, unless the caller has sent one or has to, since the project requires it. */
    public CommandContext notedByDefault(Project project, String text) {
        return attribution.note() == null && !project.settings().requireNote()
                ? new CommandContext(attribution.noted(text), bus, history)
                : this;
    }

    /** The current installation as the caller may see it. The result does not change with later commands. */
    public AccessContext access() {
        return new AccessContext(Caller.visible(installation()), actor());
    }

    /** The current installation, which includes the effects of all commands sent by this request. */
    public Installation installation() {
        return history.state();
    }

    /** Sends a command as {@link Commands#send(LedgerCommand, Attribution)} does. */
    public void send(LedgerCommand command) {
        bus.send(command, attribution);
    }

    /** Sends commands in one transaction, as {@link Commands#sendTogether} does. */
    public void sendTogether(List<? extends LedgerCommand> commands) {
        bus.sendTogether(commands, attribution);
    }

    /**
     * Sends a command as {@link Commands#send(LedgerCommand, Attribution, Runnable)} does.
     *
     * @param alongside a write in the command's transaction; repeated if the command is handled again
     */
    public void send(LedgerCommand command, Runnable alongside) {
        bus.send(command, attribution, alongside);
    }
}
