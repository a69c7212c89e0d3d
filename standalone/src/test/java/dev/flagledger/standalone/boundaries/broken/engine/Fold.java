package dev.flagledger.standalone.boundaries.broken.engine;

import java.nio.file.Path;

/** A fold that reads files. */
public record Fold(Path file) {}
