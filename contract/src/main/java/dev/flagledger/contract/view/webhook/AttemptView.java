package dev.flagledger.contract.view.webhook;

import org.jspecify.annotations.Nullable;

/**
 * An attempt of a delivery.
 *
 * @param number from 1
 * @param startedAt its start
 * @param durationMs its duration in milliseconds
 * @param status the HTTP status of the response; null without one
 * @param error why there was no response; null if there was one
 * @param request what was sent beside the body; null if it was not recorded
 * @param answer the start of the response's body; null without one
 */
public record AttemptView(
        int number,
        String startedAt,
        long durationMs,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable RequestView request,
        @Nullable String answer) {}
