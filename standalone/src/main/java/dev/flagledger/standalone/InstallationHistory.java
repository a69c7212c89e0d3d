package dev.flagledger.standalone;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import dev.flagledger.ledger.history.checkpoint.Parts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an installation that checkpoints store, by project. */
final class InstallationHistory implements Parts<Installation> {

    @Override
    public Set<Integer> of(Installation state) {
        return InstallationParts.of(state);
    }

    @Override
    public List<Object> marks(Installation state, int part) {
        return InstallationParts.marks(state, part);
    }

    @Override
    public Map<Integer, Object> cut(Installation state, Set<Integer> parts) {
        return InstallationParts.cut(state, parts);
    }

    @Override
    public Installation with(Installation state, Object part) {
        return InstallationParts.with(state, part);
    }

    @Override
    public Installation withheld(Installation state, int project) {
        return state.withheld(project);
    }

    @Override
    public List<Class<?>> code() {
        return List.of(LedgerEvent.class, Installation.class);
    }
}
