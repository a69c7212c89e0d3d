package dev.flagledger.ledger.history;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.ledger.history.checkpoint.Parts;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * A domain that is not of flags: projects are lists of the positions of their events and of those that belong to none. The number
 * of a login tells the project by its hundreds.
 */
public record Toy(PVector<Long> rest, PMap<Integer, PVector<Long>> projects, List<Integer> withheld) {

    public static final Toy EMPTY = new Toy(TreePVector.empty(), IntTreePMap.empty(), List.of());

    private record Part(int id, PVector<Long> positions) {}

    public static LedgerEvent in(int project, int number) {
        return new UserLoggedIn(100 * project + number, LoginWay.EMAIL);
    }

    public static AppendContext contextOf(Object event) {
        int project = projectOf(event);
        return new AppendContext(
                new EventScope(null, project == 0 ? null : project, null, "toy:" + project), List.of(), false);
    }

    private static int projectOf(Object event) {
        return ((UserLoggedIn) event).userId() / 100;
    }

    public Toy evolve(Recorded event, IntPredicate unfoldable) {
        int number = ((UserLoggedIn) event.event()).userId();
        if (unfoldable.test(number)) {
            throw new IllegalStateException("cannot be folded");
        }
        int project = projectOf(event.event());
        if (project > 0) {
            return with(
                    project, projects.getOrDefault(project, TreePVector.empty()).plus(event.position()));
        }
        var changed = new Toy(rest.plus(event.position()), projects, withheld);
        for (var each : projects.entrySet()) {
            changed = changed.with(each.getKey(), each.getValue().plus(event.position()));
        }
        return changed;
    }

    private Toy with(int project, PVector<Long> positions) {
        return new Toy(rest, projects.plus(project, positions), withheld);
    }

    public static class Cut implements Parts<Toy> {

        private final Class<?> code;

        /** {@code code}: stands for the code that makes the parts. */
        public Cut(Class<?> code) {
            this.code = code;
        }

        @Override
        public Set<Integer> of(Toy state) {
            var parts = new TreeSet<>(state.projects.keySet());
            parts.add(REST);
            return parts;
        }

        @Override
        public List<Object> marks(Toy state, int part) {
            return List.of(positions(state, part));
        }

        private static PVector<Long> positions(Toy state, int part) {
            return part == REST ? state.rest : state.projects.getOrDefault(part, TreePVector.empty());
        }

        @Override
        public Map<Integer, Object> cut(Toy state, Set<Integer> parts) {
            Map<Integer, Object> cut = new TreeMap<>();
            parts.forEach(part -> cut.put(part, new Part(part, positions(state, part))));
            return cut;
        }

        @Override
        public Toy with(Toy state, Object part) {
            var cut = (Part) part;
            return cut.id == REST
                    ? new Toy(cut.positions, state.projects, state.withheld)
                    : state.with(cut.id, cut.positions);
        }

        @Override
        public Toy withheld(Toy state, int project) {
            return new Toy(state.rest, state.projects, List.of(project));
        }

        @Override
        public List<Class<?>> code() {
            return List.of(code);
        }
    }
}
