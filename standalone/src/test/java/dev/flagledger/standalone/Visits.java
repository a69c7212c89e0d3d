package dev.flagledger.standalone;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An application that reports identities and traits, and reads the results. */
record Visits(Shop shop) {

    static final String PATH = "identities/";

    JsonNode identify(String body) {
        return shop.application().send("POST", PATH, body).ok();
    }

    void change(String setting, boolean value) {
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of(setting, value))
                .ok();
    }

    int identities() {
        return shop.ana()
                .get("environments/" + shop.key() + "/identities/")
                .ok()
                .get("count")
                .asInt();
    }

    int identityOf(String name) {
        var found = shop.ana()
                .get("environments/" + shop.key() + "/identities/?q=%22" + name + "%22")
                .ok();
        return found.get("results").get(0).get("id").asInt();
    }

    static String value(JsonNode answer) {
        return answer.get("flags").get(0).get("feature_state_value").asString();
    }

    /** The JSON of traits in the form {@code key=value}, with a star for transient ones. */
    static String json(@Nullable String said) {
        return Stream.ofNullable(said)
                .flatMap(traits -> Stream.of(traits.split(" ")))
                .map(trait -> trait.split("=", 2))
                .map(trait -> "{\"trait_key\":\"%s\",\"trait_value\":%s,\"transient\":%b}"
                        .formatted(trait[0], trait[1].replace("*", ""), trait[1].endsWith("*")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String traits(JsonNode answer) {
        return answer.get("traits")
                .valueStream()
                .map(trait -> trait.get("trait_key").asString() + "=" + trait.get("trait_value")
                        + (trait.get("transient").asBoolean() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }
}
