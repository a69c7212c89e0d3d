package dev.flagledger.contract.view.flag;

/** What kind of key an application presents. */
public enum Audience {
    /** The public key of an environment, which end users can see. */
    CLIENT,
    /** A server-side key, which only the application's servers hold. */
    SERVER
}
