package dev.flagledger.engine.retention;

import java.util.List;

/**
 * What an event states of an object.
 *
 * @param of identifies the object
 * @param needs the values that later events have to state anew before the event is needless; empty if it never is
 * @param restates the values that this event states anew
 */
record Statement(Object of, List<String> needs, List<String> restates) {

    /** Of an event that is always needed, and makes no other needless. */
    static final Statement NONE = new Statement("", List.of(), List.of());

    /** Of an event that no state knows of, and that is therefore needless from the beginning. */
    static final Statement NOTHING = new Statement("nothing", List.of(), List.of());

    /** An event that sets values, and is needless once they are set again. */
    static Statement sets(Object of, String... values) {
        return new Statement(of, List.of(values), List.of(values));
    }

    /** An event that is always needed, and sets values. */
    static Statement begins(Object of, String... values) {
        return new Statement(of, List.of(), List.of(values));
    }

    /** An event that is needless once these values are set, which it does not set itself. */
    static Statement until(Object of, String... values) {
        return new Statement(of, List.of(values), List.of());
    }

    /** This statement, which also sets other values. */
    Statement alsoSetting(String... values) {
        return new Statement(of, needs, List.of(values));
    }
}
