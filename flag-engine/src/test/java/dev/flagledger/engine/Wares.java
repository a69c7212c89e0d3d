package dev.flagledger.engine;

import static dev.flagledger.engine.Shop.id;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.project.Tag;
import java.util.Map;

/** Sample options, tags and keys. */
public final class Wares {

    private Wares() {}

    public static MultivariateOption option(int id, String value, double percentage) {
        return new MultivariateOption(id, id(id), FeatureValue.of(value), percentage, null);
    }

    /** Returns an added option. The ids of its shares are 1000 above it in live, 2000 in staging. */
    public static OptionAdded optionAdded(int id, String value, double percentage) {
        return new OptionAdded(
                Shop.BASKET,
                option(id, value, percentage),
                Map.of(
                        Shop.LIVE,
                        new Variant(id + 1_000, id, percentage),
                        Shop.STAGING,
                        new Variant(id + 2_000, id, percentage)));
    }

    public static Tag tag(int id, String label) {
        return new Tag(id, id(id), label, "#00ff00", null, false);
    }

    public static ServerKey serverKey(int id, String name) {
        return new ServerKey(id, name, true, null);
    }

    public static ApiKey apiKey(int id, String name) {
        return new ApiKey(id, "prefix" + id, name, null, true);
    }
}
