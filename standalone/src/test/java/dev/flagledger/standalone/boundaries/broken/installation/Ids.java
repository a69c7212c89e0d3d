package dev.flagledger.standalone.boundaries.broken.installation;

import dev.flagledger.standalone.boundaries.broken.access.Wiring;

/** A store that knows who asks. */
public record Ids(Wiring wiring) {}
