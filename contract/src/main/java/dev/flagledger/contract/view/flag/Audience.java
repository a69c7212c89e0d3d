package dev.flagledger.contract.view.flag;

/** The kind of key that an application authenticates with. */
public enum Audience {
    /** The client-side key of an environment, which is public. */
    CLIENT,
    /** A server-side key, which is secret. */
    SERVER
}
