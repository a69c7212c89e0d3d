package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.change.EventScopes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An installation can be split into parts at any position and restored from them. */
class PartsPropertiesTest {

    @Property
    void aRestoredProjectEvolvesIndependently(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var events = play.history().events();
        int cut = play.history().cut(share);
        var before = History.fold(Installation.EMPTY, events.subList(0, cut));
        for (int project : before.projects().keySet()) {
            var alone = History.together(before, Set.of(InstallationParts.REST, project));
            var whole = before;
            for (var event : events.subList(cut, events.size())) {
                var scope = EventScopes.of(whole, event.event());
                whole = whole.evolve(event);
                alone = scope.projectId() == null || scope.projectId() == project ? alone.evolve(event) : alone;
                assertThat(alone.project(project)).isEqualTo(whole.project(project));
                assertThat(alone.users()).isEqualTo(whole.users());
                assertThat(alone.organisations()).isEqualTo(whole.organisations());
            }
        }
    }

    @Property
    void partsWithoutEventsKeepTheirMarks(@ForAll(supplier = Plays.class) Play play) {
        var before = Installation.EMPTY;
        for (RecordedEvent event : play.history().events()) {
            var scope = EventScopes.of(before, event.event());
            var after = before.evolve(event);
            for (int project : after.projects().keySet()) {
                if (scope.projectId() != null && scope.projectId() != project) {
                    assertThat(InstallationParts.marks(after, project).getFirst())
                            .isSameAs(InstallationParts.marks(before, project).getFirst());
                }
            }
            before = after;
        }
    }
}
