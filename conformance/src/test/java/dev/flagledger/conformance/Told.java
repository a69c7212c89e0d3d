package dev.flagledger.conformance;

import tools.jackson.databind.JsonNode;

/** Reads what scripts print. */
final class Told {

    private Told() {}

    /** The value that somebody got of a flag, as text. */
    static String value(JsonNode identities, Person person, String flag) {
        return identities.path(person.identifier()).path(flag).path("value").asString();
    }
}
