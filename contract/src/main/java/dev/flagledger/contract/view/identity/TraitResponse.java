package dev.flagledger.contract.view.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A trait in the SDK API.
 *
 * @param id null for traits that are not stored
 * @param traitValue a string, a number, a boolean or null
 * @param isTransient whether the trait applies to one request only
 */
public record TraitResponse(
        @Nullable Integer id,
        String traitKey,
        @Nullable Object traitValue,
        @JsonProperty("transient") boolean isTransient) {}
