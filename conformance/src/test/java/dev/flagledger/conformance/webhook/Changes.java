package dev.flagledger.conformance.webhook;

import dev.flagledger.standalone.Segments;
import dev.flagledger.standalone.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random changes of everything that the webhook of an environment tells about. */
final class Changes {

    private final Shop shop;
    private final Segments segments;
    private final Random random;
    private final List<Integer> features = new ArrayList<>();
    private final List<Integer> overriding = new ArrayList<>();
    private int made;

    Changes(Shop shop, Segments segments, Random random) {
        this.shop = shop;
        this.segments = segments;
        this.random = random;
    }

    void make(int count) {
        for (int i = 0; i < count; i++) {
            make();
        }
    }

    private void make() {
        made++;
        if (features.isEmpty()) {
            create();
            return;
        }
        var feature = features.get(random.nextInt(features.size()));
        switch (random.nextInt(10)) {
            case 0, 1 -> create();
            case 2 -> delete(feature);
            case 3 -> override(feature);
            case 4 -> endOverride();
            case 5, 6 ->
                shop.ana()
                        .patch(shop.stateOf(feature), Map.of("feature_state_value", made))
                        .ok();
            default ->
                shop.ana()
                        .patch(shop.stateOf(feature), Map.of("enabled", random.nextBoolean()))
                        .ok();
        }
    }

    private void create() {
        features.add(shop.feature(Map.of("name", "flag_" + made, "initial_value", "\u00e9 \"" + made + "\"\n")));
    }

    private void delete(Integer feature) {
        shop.ana().delete(shop.features() + feature + "/");
        features.remove(feature);
    }

    private void override(int feature) {
        int segment = shop.segment("segment_" + made, "plan", "pro");
        segments.override(feature, segment, "for pros");
        overriding.add(segment);
    }

    /** Sends the default that applies instead. */
    private void endOverride() {
        if (!overriding.isEmpty()) {
            shop.ana().delete("projects/" + shop.project() + "/segments/" + overriding.removeLast() + "/");
        }
    }
}
