package dev.flagledger.standalone.boundaries.broken.contract;

import javax.sql.DataSource;

/** A form of the contract that depends on a table. */
public record Shape(DataSource tables) {}
