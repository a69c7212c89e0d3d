package dev.flagledger.engine;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.Move.Kind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Generates arbitrary histories. Public, as required by jqwik. */
public final class Plays implements ArbitrarySupplier<Play> {

    @Override
    public Arbitrary<Play> get() {
        var picks = Arbitraries.integers().between(0, 1_000);
        return Combinators.combine(kinds(), picks, picks, Arbitraries.of(true, false), values())
                .as(Move::new)
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Play::of);
    }

    /** Deletions are less frequent than creations and changes. */
    private static Arbitrary<Kind> kinds() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Kind.FEATURE, Kind.SEGMENT, Kind.OPTION, Kind.TAG, Kind.CLONE)),
                Tuple.of(8, Arbitraries.of(Kind.SET, Kind.SHARE, Kind.SEGMENT_OVERRIDE, Kind.IDENTITY_OVERRIDE)),
                Tuple.of(8, Arbitraries.of(Kind.class).filter(kind -> kind != Kind.DELETE_PROJECT)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                Kind.REMOVE_SEGMENT_OVERRIDE, Kind.REMOVE_IDENTITY_OVERRIDE, Kind.DELETE_SEGMENT)),
                Tuple.of(1, Arbitraries.of(Kind.DELETE_PROJECT, Kind.LATE)));
    }

    private static Arbitrary<FeatureValue> values() {
        return Arbitraries.oneOf(
                Arbitraries.just(FeatureValue.NONE),
                Arbitraries.strings().ofMaxLength(5).map(FeatureValue::of),
                Arbitraries.integers().map(FeatureValue::of),
                Arbitraries.of(true, false).map(FeatureValue::of));
    }
}
