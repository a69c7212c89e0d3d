package dev.flagledger.standalone.boundaries.broken.contract;

import javax.sql.DataSource;

/** A shape of the wire that knows a table. */
public record Shape(DataSource tables) {}
