package dev.flagledger.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random changes of a shop by its API; those that are refused change nothing. */
final class RandomChanges {

    private static final List<String> IDENTIFIERS = List.of("ann", "bob", "cid");

    private final Shop shop;
    private final Random random;
    private final List<Integer> features = new ArrayList<>();
    private final List<Integer> segments = new ArrayList<>();
    private int made;

    RandomChanges(Shop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
        addFeature();
        addSegment();
    }

    /** The identifiers of identities that the changes are about. */
    static List<String> identifiers() {
        return IDENTIFIERS;
    }

    void makeOne() {
        switch (random.nextInt(16)) {
            case 0 -> addFeature();
            case 1 -> addSegment();
            case 2, 3, 4 -> set();
            case 5, 6 -> overrideForSegment();
            case 7, 8 -> overrideForIdentity();
            case 9, 10 -> report();
            case 11 -> addOption();
            case 12 -> changeSegment();
            case 13 -> changeSettings();
            case 14 -> shop.ana().delete(shop.features() + picked(features) + "/");
            default -> shop.ana().delete(segments() + picked(segments) + "/");
        }
    }

    /** Makes changes of an environment and its flags only. */
    void makeReversible(int times) {
        for (int made = 0; made < times; made++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> set();
                case 2 -> overrideForSegment();
                case 3 -> overrideForIdentity();
                default -> changeSettings();
            }
        }
    }

    private void addFeature() {
        features.add(shop.feature(Map.of(
                "name", "feature_" + made++, "default_enabled", random.nextBoolean(), "initial_value", value())));
    }

    private void addSegment() {
        segments.add(shop.segment("segment_" + made++, "plan", plan()));
    }

    private void set() {
        var states = shop.ana()
                .get("environments/" + shop.key() + "/featurestates/")
                .ok()
                .get("results");
        if (!states.isEmpty()) {
            int state = states.get(random.nextInt(states.size())).get("id").asInt();
            shop.ana()
                    .put(
                            "environments/" + shop.key() + "/featurestates/" + state + "/",
                            Map.of("enabled", random.nextBoolean(), "feature_state_value", value()));
        }
    }

    private void overrideForSegment() {
        var override = Map.of(
                "segment",
                Map.of("id", picked(segments)),
                "priority",
                random.nextInt(3),
                "enabled",
                random.nextBoolean(),
                "value",
                Map.of("type", "string", "value", value()));
        shop.ana()
                .patch(
                        "/api/__future__/environments/" + shop.key() + "/features/" + picked(features) + "/",
                        Map.of("segment_overrides", List.of(override)));
    }

    private void overrideForIdentity() {
        var identities = shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("results");
        if (!identities.isEmpty()) {
            int identity =
                    identities.get(random.nextInt(identities.size())).get("id").asInt();
            shop.ana()
                    .post(
                            "environments/" + shop.key() + "/identities/" + identity + "/featurestates/",
                            Map.of(
                                    "feature",
                                    picked(features),
                                    "enabled",
                                    random.nextBoolean(),
                                    "feature_state_value",
                                    value()));
        }
    }

    private void report() {
        var traits = List.of(
                Map.of("trait_key", "plan", "trait_value", plan()),
                Map.of("trait_key", "visits", "trait_value", random.nextInt(100)));
        var identifier = IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size()));
        shop.application().post("identities/", Map.of("identifier", identifier, "traits", traits));
    }

    private void addOption() {
        int feature = picked(features);
        shop.ana()
                .post(
                        shop.features() + feature + "/mv-options/",
                        Map.of("feature", feature, "string_value", value(), "default_percentage_allocation", 20));
    }

    private void changeSegment() {
        int id = picked(segments);
        var segment = shop.ana().get(segments() + id + "/");
        if (segment.status() == 200) {
            var rules = segment.json().get("rules");
            shop.ana()
                    .put(
                            segments() + id + "/",
                            Map.of("name", "renamed_" + made++, "project", shop.project(), "rules", rules));
        }
    }

    private void changeSettings() {
        shop.ana()
                .patch(
                        "environments/" + shop.key() + "/",
                        Map.of("hide_disabled_flags", random.nextBoolean(), "name", "Staging " + made++));
    }

    private String segments() {
        return "projects/" + shop.project() + "/segments/";
    }

    private int picked(List<Integer> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private String value() {
        return "value " + random.nextInt(1_000);
    }

    private String plan() {
        return random.nextBoolean() ? "pro" : "free";
    }
}
