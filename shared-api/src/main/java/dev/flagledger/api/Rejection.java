package dev.flagledger.api;

/** Why a command was refused. Nothing was recorded. */
public sealed interface Rejection {

    /** A name that must be unique within its scope is in use. */
    record Taken(Claim.Kind what) implements Rejection {}

    /** The thing that the command is about does not exist, or no longer. The name is the one the contract has for it. */
    record Missing(String what) implements Rejection {}

    /** The actor may not do this. */
    record Forbidden() implements Rejection {}

    /** The same in the words that the contract has for it where organisations are administered. */
    record Unprivileged() implements Rejection {}

    /** The segment or the identity has a state of its own for this feature already. */
    record Overridden() implements Rejection {}

    /** A field's value cannot be had together with what is there already. The problem is in the contract's words. */
    record Invalid(String field, String problem) implements Rejection {}

    /** There is as much of something as there may be. The field and the problem are in the contract's words. */
    record Full(String field, String problem) implements Rejection {}

    /** The thing is not in a state in which this can be done. */
    record Unfit(Cause cause) implements Rejection {

        /** What stands against it. */
        public enum Cause {
            /** A version that is published was to be changed. */
            PUBLISHED,
            /** A version that is published was to be thrown away. */
            LIVE,
            /** The environment keeps versions already. */
            VERSIONED,
            /** The environment keeps no versions. */
            UNVERSIONED
        }
    }

    /** A version makes an override for a segment that is there, or changes one that is not. The segment is named. */
    record Conflict(String segment, boolean there) implements Rejection {}

    /** The whole cannot be done as things are. The problem is in the contract's words. */
    record Refused(String problem) implements Rejection {}

    /** The project cannot be shown or changed here: something that happened to it is not understood. */
    record Withheld() implements Rejection {}
}
