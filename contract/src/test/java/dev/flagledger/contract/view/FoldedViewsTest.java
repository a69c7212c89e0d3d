package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.InstallationParts;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;

/** Properties of all views of generated histories. */
class FoldedViewsTest {

    /** As in {@code key-100001}, but not in a UUID or a time. */
    private static final Pattern NUMBER = Pattern.compile("(?<=^key-|^\\w{1,20}[ _])[0-9]{6}$");

    private static final Set<String> VALUES = Set.of(
            "lineage",
            "feature_state_value",
            "initial_value",
            "integer_value",
            "priority",
            "value",
            "number",
            "text",
            "num_segment_overrides",
            "num_identity_overrides",
            "total_features",
            "total_segments",
            "total_segment_overrides");

    @Property
    void theResultIsIndependentOfWhereAFoldIsInterrupted(@ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var events = play.history().events();
        int cut = play.history().cut(share);
        var firstPart = History.fold(Installation.EMPTY, events.subList(0, cut));
        var whole = History.fold(firstPart, events.subList(cut, events.size()));

        assertThat(AllViews.of(whole)).isEqualTo(AllViews.of(History.fold(Installation.EMPTY, events)));
    }

    @Property
    void earlierStatesAreNotModified(@ForAll(supplier = Plays.class) Play play) {
        var events = play.history().events();
        var half = History.fold(Installation.EMPTY, events.subList(0, events.size() / 2));
        var looked = AllViews.of(half);
        History.fold(half, events.subList(events.size() / 2, events.size()));

        assertThat(AllViews.of(half)).isEqualTo(looked);
    }

    /** Neither its id or UUID, nor a name or key that contains its id. */
    @Property
    void deletedObjectsAreNeverShownAgain(@ForAll(supplier = Plays.class) Play play) {
        var seen = new HashSet<>();
        collect(AllViews.json(play.history().state()), seen);

        assertThat(play.gone())
                .noneMatch(id -> id > Play.LAST_SMALL_NUMBER && seen.contains(id))
                .noneMatch(id -> seen.contains(Shop.id(id).toString()));
    }

    /**
     * Collects all ids, without the values of flags and numbers of objects, which may equal an id by chance, and without lineages:
     * a copy keeps the lineage of a state that may have been deleted, since percentages are derived from it.
     */
    private static void collect(JsonNode node, Set<Object> ids) {
        if (node.isInt()) {
            ids.add(node.intValue());
        } else if (node.isString()) {
            ids.add(node.stringValue());
            NUMBER.matcher(node.stringValue())
                    .results()
                    .map(MatchResult::group)
                    .map(Integer::valueOf)
                    .forEach(ids::add);
        }
        node.valueStream().filter(_ -> node.isArray()).forEach(part -> collect(part, ids));
        node.propertyStream()
                .filter(property -> !VALUES.contains(property.getKey()))
                .forEach(property -> collect(property.getValue(), ids));
    }

    @Property
    void eventsOfDeletedObjectsChangeNothing(@ForAll(supplier = Plays.class) Play play) {
        var state = play.history().state();
        var looked = AllViews.of(state);
        for (var late : play.late()) {
            var after = state.evolve(new RecordedEvent(9_999, History.at(9_999), Actor.SYSTEM, Origin.NONE, late));

            assertThat(AllViews.of(after)).as("%s", late).isEqualTo(looked);
        }
    }

    @Property
    void aStateRestoredFromItsPartsEvolvesLikeTheOriginal(
            @ForAll(supplier = Plays.class) Play play, @ForAll int share) {
        var events = play.history().events();
        int cut = play.history().cut(share);
        var before = History.fold(Installation.EMPTY, events.subList(0, cut));

        var together = History.together(before, InstallationParts.of(before));
        assertThat(AllViews.of(together)).isEqualTo(AllViews.of(before));
        assertThat(AllViews.of(History.fold(together, events.subList(cut, events.size()))))
                .isEqualTo(AllViews.of(play.history().state()));
    }
}
