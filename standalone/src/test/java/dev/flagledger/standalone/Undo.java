package dev.flagledger.standalone;

import java.util.Map;

/** Undoes events of a shop. */
record Undo(Shop shop) {

    /** Returns the position of the newest event of this type. */
    long last(String type) {
        return shop.ana()
                .get(shop.events() + "?type=" + type)
                .ok()
                .get("results")
                .get(0)
                .get("position")
                .asLong();
    }

    Api.Answer event(long position) {
        return shop.ana().post(path(position), Map.of());
    }

    Api.Answer forced(long position) {
        return shop.ana().post(path(position), Map.of("force", true));
    }

    Api.Answer shown(long position) {
        return shop.ana().post(path(position) + "?dry_run=true", Map.of());
    }

    String path(long position) {
        return shop.events() + position + "/revert/";
    }

    /** Returns what an application is served, without the ids of the environment, the identity and the traits. */
    String served(String path) {
        return shop.application()
                .get(path)
                .text()
                .replaceAll("\"(environment|identity)\":[0-9]+", "")
                .replaceAll("\"id\":[0-9]+,\"trait_key\"", "");
    }
}
