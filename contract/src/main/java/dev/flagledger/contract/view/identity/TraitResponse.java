package dev.flagledger.contract.view.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A trait as applications have it.
 *
 * @param id null for what is not kept
 * @param traitValue a string, a number, a boolean or null
 * @param isTransient whether it counts for one request only
 */
public record TraitResponse(
        @Nullable Integer id,
        String traitKey,
        @Nullable Object traitValue,
        @JsonProperty("transient") boolean isTransient) {}
