package dev.flagledger.engine.state.project;

import java.time.Instant;

/** A webhook of an environment. */
public record Webhook(int id, String url, boolean enabled, Instant createdAt, Instant updatedAt) {}
