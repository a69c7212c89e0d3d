package dev.flagledger.engine.state.project;

import java.time.Instant;

/** A receiver that is told of an environment's flags. */
public record Webhook(int id, String url, boolean enabled, Instant createdAt, Instant updatedAt) {}
