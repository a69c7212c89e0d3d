package dev.flagledger.api;

/** Why a command was refused. Nothing was recorded. */
public sealed interface Rejection {

    /** A name that must be unique within its scope is in use. */
    record Taken(Claim.Kind what) implements Rejection {}

    /** The thing that the command is about does not exist, or no longer. The name is the one the contract has for it. */
    record Missing(String what) implements Rejection {}

    /** What was to be created again after its deletion is there again. */
    record Restored() implements Rejection {}

    /** The actor may not do this. */
    record Forbidden() implements Rejection {}

    /** The same in the words that the contract has for it where organisations are administered. */
    record Unprivileged() implements Rejection {}

    /** The segment or the identity has a state of its own for this feature already. */
    record Overridden() implements Rejection {}

    /** The result would break a rule. */
    record Invalid(Rule rule) implements Rejection {

        /** A rule that spans more than one value of a command. */
        public enum Rule {
            /** An organisation keeps an admin. */
            LAST_ADMIN,
            /** An installation that has a superuser keeps one. */
            LAST_SUPERUSER,
            /** An invite is accepted by whom it was sent to. */
            INVITED_ADDRESS,
            /** An invite link is used before it expires. */
            INVITE_EXPIRED,
            /** Where a project enforces owners, a feature keeps one. */
            LAST_OWNER,
            /** The default percentages of a feature's options add up to 100 at most. */
            OPTION_PERCENTAGES,
            /** The keys of a feature's options differ. */
            OPTION_KEY,
            /** A custom field is attached to a content type once. */
            FIELD_ATTACHMENT,
            /** A project has one health provider of each kind. */
            HEALTH_PROVIDER,
            /** An identity has one trait of each key. */
            TRAIT_KEY,
            /** Only integer traits are incremented. */
            TRAIT_TYPE,
            /** An incremented trait stays within 32 bits. */
            TRAIT_RANGE,
            /** Where a project requires notes, each change has one. */
            NOTE,
            /** The ids of an organisation's groups at identity providers differ. */
            EXTERNAL_GROUP,
            /** The organisation has a directory already. */
            SCIM_CONNECTED,
            /** A role has permissions on an object once. */
            ROLE_GRANT,
            /** A role is held once by each. */
            ROLE_HOLDER,
            /** An organisation lists a mail domain once. */
            DOMAIN_LISTED,
            /** A login policy names domains that the organisation is proven to own. */
            DOMAIN_UNPROVEN,
            /** A domain stays as long as the login policy names it. */
            DOMAIN_NAMED
        }
    }

    /** The user or group has permissions on this object already; they can be changed. Both kinds are named as in the contract. */
    record Granted(String holder, String place) implements Rejection {}

    /** A member who is no admin of the organisation was to join or leave a group by own command. */
    record Oneself(boolean joining) implements Rejection {}

    /** A limit on how many there may be is reached. */
    record Full(Limit limit) implements Rejection {

        /** What is limited. */
        public enum Limit {
            /** Features of a project. */
            FEATURES,
            /** Segments of a project. */
            SEGMENTS,
            /** Segment overrides of an environment. */
            SEGMENT_OVERRIDES,
            /** Mail domains of an organisation. */
            MAIL_DOMAINS
        }
    }

    /** The segment was made for another feature, which is named, and can override no other. */
    record ForeignSegment(int featureId) implements Rejection {}

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

    /** The organisation does not keep events from then any more. */
    record Pruned() implements Rejection {}

    /** The project cannot be shown or changed here: something that happened to it is not understood. */
    record Withheld() implements Rejection {}
}
