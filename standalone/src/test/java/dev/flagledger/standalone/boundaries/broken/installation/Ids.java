package dev.flagledger.standalone.boundaries.broken.installation;

import dev.flagledger.standalone.boundaries.broken.access.Wiring;

/** A store that depends on the access module. */
public record Ids(Wiring wiring) {}
