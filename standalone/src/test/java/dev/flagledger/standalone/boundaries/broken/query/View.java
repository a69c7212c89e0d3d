package dev.flagledger.standalone.boundaries.broken.query;

import dev.flagledger.standalone.boundaries.broken.webhook.Delivery;

/** A view that delivers. */
public record View(Delivery delivery) {}
